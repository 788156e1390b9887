namespace DevicePhys.Spiking.Plasticity;

/// <summary>Changes the weights of one projection.</summary>
internal abstract class SynapseLearner
{
    /// <summary>Moves the traces on to a step.</summary>
    public abstract void Decay(long step);

    /// <summary>A spike of a source has arrived.</summary>
    /// <param name="source">Which source.</param>
    /// <param name="targets">[synapses]: whom it reaches.</param>
    /// <param name="weights">[synapses].</param>
    public abstract void Arrive(int source, ReadOnlySpan<int> targets, Span<double> weights);

    /// <summary>A neuron has fired.</summary>
    /// <param name="target">Which neuron.</param>
    /// <param name="synapses">Its synapses, as places among all weights.</param>
    /// <param name="sources">Where each comes from.</param>
    /// <param name="weights">All weights of the projection.</param>
    public abstract void Fire(int target, ReadOnlySpan<int> synapses, ReadOnlySpan<int> sources, Span<double> weights);

    /// <summary>Lets traces decay by one step.</summary>
    protected static void Scale(double[] traces, double factor)
    {
        foreach (ref var trace in traces.AsSpan())
            trace *= factor;
    }
}
