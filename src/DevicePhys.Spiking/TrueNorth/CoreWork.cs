namespace DevicePhys.Spiking.TrueNorth;

/// <summary>What cores did, counted as the hardware does it, however few of it the simulator had to look at.</summary>
/// <param name="Rows">Rows of synapses read, one for each active axon.</param>
/// <param name="Synapses">Synaptic events: synapses that are set in the rows read.</param>
/// <param name="NeuronSteps">Neurons moved on by a tick.</param>
/// <param name="Spikes">Spikes.</param>
/// <param name="Hops">Steps of spikes from a core of the mesh to the next.</param>
public readonly record struct CoreWork(long Rows, long Synapses, long NeuronSteps, long Spikes, long Hops)
{
    /// <summary>Both together.</summary>
    public static CoreWork operator +(CoreWork a, CoreWork b) =>
        new(a.Rows + b.Rows, a.Synapses + b.Synapses, a.NeuronSteps + b.NeuronSteps, a.Spikes + b.Spikes, a.Hops + b.Hops);
}
