namespace DevicePhys.Spiking.TrueNorth;

/// <summary>Where the spikes of a neuron go.</summary>
/// <param name="Core">The core, or −1 for out of the mesh.</param>
/// <param name="Axon">Its axon.</param>
/// <param name="Delay">Ticks on the way, 1 to 15.</param>
public readonly record struct TrueNorthTarget(int Core, int Axon, int Delay);
