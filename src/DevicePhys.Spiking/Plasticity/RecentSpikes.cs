namespace DevicePhys.Spiking.Plasticity;

/// <summary>Learning at spikes of the neuron, by whether a source's last spike arrived within a window.</summary>
/// <param name="sources">Sources.</param>
/// <param name="window">The window [steps].</param>
/// <param name="change">Makes the new weight of the old one and of whether its source was active.</param>
internal sealed class RecentSpikes(int sources, long window, Func<double, bool, double> change) : SynapseLearner
{
    private readonly long[] last = NeverYet(sources);
    private long now;

    public override void Decay(long step) => now = step;

    public override void Arrive(int source, ReadOnlySpan<int> targets, Span<double> weights) => last[source] = now;

    public override void Fire(int target, ReadOnlySpan<int> synapses, ReadOnlySpan<int> sources, Span<double> weights)
    {
        for (var s = 0; s < synapses.Length; s++)
            weights[synapses[s]] = change(weights[synapses[s]], now - last[sources[s]] <= window);
    }

    private static long[] NeverYet(int sources)
    {
        var last = new long[sources];
        Array.Fill(last, long.MinValue / 2);
        return last;
    }
}
