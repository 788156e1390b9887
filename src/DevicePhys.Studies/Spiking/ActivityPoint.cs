namespace DevicePhys.Studies.Spiking;

/// <summary>What a network of one size did.</summary>
/// <param name="Neurons">Neurons.</param>
/// <param name="Ratio">Synapses per neuron.</param>
/// <param name="Spikes">Spikes of all neurons.</param>
/// <param name="SynapticEvents">Spikes times the synapses each one reached.</param>
/// <param name="Times">The time of each spike [s], excitatory ones first.</param>
/// <param name="Cells">The neuron of each spike.</param>
public sealed record ActivityPoint(int Neurons, int Ratio, long Spikes, long SynapticEvents, IReadOnlyList<double> Times, IReadOnlyList<int> Cells);
