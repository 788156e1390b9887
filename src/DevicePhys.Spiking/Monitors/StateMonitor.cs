using DevicePhys.Spiking.Neurons;

namespace DevicePhys.Spiking.Monitors;

/// <summary>A state of some neurons at the beginning of each step.</summary>
public sealed class StateMonitor
{
    private readonly NeuronPopulation neurons;
    private readonly NeuronState state;
    private readonly int[] recorded;
    private readonly List<double> values = [];

    internal StateMonitor(NeuronPopulation neurons, NeuronState state, ReadOnlySpan<int> recorded)
    {
        Check.Count(recorded.Length, "The number of recorded neurons");
        foreach (var neuron in recorded)
            Check.Index(neuron, neurons.Count, "A recorded neuron");
        _ = neurons.Read(state, recorded[0]); // refuses a state the model has not
        (this.neurons, this.state, this.recorded) = (neurons, state, recorded.ToArray());
    }

    /// <summary>How many steps were recorded.</summary>
    public int StepCount => values.Count / recorded.Length;

    /// <summary>The values [StepCount × recorded neurons], row-major, [V] or what the state is measured in.</summary>
    public IReadOnlyList<double> Values => values;

    internal void Record()
    {
        foreach (var neuron in recorded)
            values.Add(neurons.Read(state, neuron));
    }
}
