using DevicePhys.Spiking.Connections;
using DevicePhys.Spiking.Neurons;

namespace DevicePhys.Spiking.Plasticity;

/// <summary>How synapses learn from the times of spikes.</summary>
public abstract record LearningRule
{
    private protected LearningRule()
    {
    }

    /// <summary>The largest weight, in the unit of the receptor; the least is 0.</summary>
    public double Largest { get; init; } = 1;

    /// <summary>Makes what learns in one projection.</summary>
    /// <param name="connections">Its synapses, with the weights they start with.</param>
    /// <param name="neurons">Whom they reach.</param>
    /// <param name="timeStep">The time step [s].</param>
    internal abstract SynapseLearner Start(SparseConnections connections, NeuronPopulation neurons, double timeStep);

    /// <summary>The rule in Brian2's words: states of a synapse, how they start, what an arriving spike does, what a spike of the neuron does; w is the weight.</summary>
    internal abstract (string Model, string Start, string OnPre, string OnPost) Brian2();
}
