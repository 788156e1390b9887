using DevicePhys.Spiking.Brian2;
using DevicePhys.Spiking.Connections;
using DevicePhys.Spiking.Monitors;

namespace DevicePhys.Spiking.Neurons;

/// <summary>Neurons of one kind, that synapses can reach.</summary>
public abstract class NeuronPopulation : ISpikeSource
{
    private protected NeuronPopulation()
    {
    }

    /// <inheritdoc/>
    public abstract int Count { get; }

    /// <inheritdoc/>
    public abstract ReadOnlySpan<int> Spikes { get; }

    /// <inheritdoc/>
    public abstract void Advance(long step);

    /// <summary>A state of a neuron.</summary>
    /// <param name="state">Which state.</param>
    /// <param name="neuron">Which neuron.</param>
    /// <returns>Its value, in the unit of the model.</returns>
    public abstract double Read(NeuronState state, int neuron);

    /// <summary>Sets a state of all neurons.</summary>
    /// <param name="state">Which state.</param>
    /// <param name="values">[Count], in the unit of the model.</param>
    /// <exception cref="ArgumentException">Not one value for each neuron, or a state the model has not.</exception>
    public abstract void Write(NeuronState state, ReadOnlySpan<double> values);

    /// <summary>Starts the refractory time of the neurons that fired, so that synapses onto the membrane no longer move them.</summary>
    internal abstract void Fire();

    /// <summary>Sets the neurons that fired to the reset value.</summary>
    internal abstract void ResetFired();

    /// <summary>Brings one weight to several neurons.</summary>
    internal abstract void Deliver(Receptor receptor, ReadOnlySpan<int> targets, double weight);

    /// <summary>Brings a weight each to several neurons.</summary>
    internal abstract void Deliver(Receptor receptor, ReadOnlySpan<int> targets, ReadOnlySpan<double> weights);

    /// <summary>The model in Brian2's words, or null where it cannot be said there.</summary>
    internal abstract Brian2Model? Brian2();

    private protected void CheckLength(ReadOnlySpan<double> values)
    {
        if (values.Length != Count)
            throw new ArgumentException($"There are {values.Length} values: one for each of the {Count} neurons is expected.");
    }
}
