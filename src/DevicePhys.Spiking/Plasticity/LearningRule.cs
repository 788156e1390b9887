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
    internal abstract SynapseLearner Start(int sources, int targets, double timeStep);

    /// <summary>The rule in Brian2's words: states of a synapse, what an arriving spike does, what a spike of the neuron does; w is the weight.</summary>
    internal abstract (string Model, string OnPre, string OnPost) Brian2();
}
