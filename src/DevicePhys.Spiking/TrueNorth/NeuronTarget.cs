namespace DevicePhys.Spiking.TrueNorth;

/// <summary>Where the spikes of a neuron go.</summary>
/// <param name="Core">The core, row-major in the mesh; -1 for nowhere: the spike is only seen from outside.</param>
/// <param name="Axon">The axon there, 0 to 255.</param>
/// <param name="Delay">Ticks until it arrives, 1 to 15.</param>
public readonly record struct NeuronTarget(int Core, int Axon, int Delay)
{
    /// <summary>No other core.</summary>
    public static NeuronTarget Outside => new(-1, 0, 1);
}
