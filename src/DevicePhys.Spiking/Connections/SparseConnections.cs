using DevicePhys.Sampling;

namespace DevicePhys.Spiking.Connections;

/// <summary>Which source cell reaches which target neuron, and how strongly: compressed rows, one per source.</summary>
public sealed class SparseConnections
{
    private readonly int[] starts, targets;
    private double[]? weights;

    private SparseConnections(int targetCount, int[] starts, int[] targets, double[]? weights, double common) =>
        (TargetCount, this.starts, this.targets, this.weights, Common) = (targetCount, starts, targets, weights, common);

    /// <summary>How many source cells there are.</summary>
    public int SourceCount => starts.Length - 1;

    /// <summary>How many target neurons there are.</summary>
    public int TargetCount { get; }

    /// <summary>How many synapses there are.</summary>
    public int Count => targets.Length;

    /// <summary>Whether all synapses have one weight, which then takes no memory.</summary>
    internal bool IsUniform => weights is null;

    /// <summary>That weight [V].</summary>
    internal double Common { get; }

    /// <summary>Makes connections from a list of pairs; a pair given twice is two synapses.</summary>
    /// <param name="sourceCount">How many source cells there are.</param>
    /// <param name="targetCount">How many target neurons there are.</param>
    /// <param name="sources">The source of each synapse [Count].</param>
    /// <param name="targets">The target of each synapse [Count].</param>
    /// <param name="weights">One weight per synapse [Count], or one for all [1], [V].</param>
    /// <returns>The connections; synapses of one source keep their order.</returns>
    /// <exception cref="ArgumentException">A count below 1, lists of different lengths, an index outside its range, or a weight that is no finite number.</exception>
    public static SparseConnections Pairs(int sourceCount, int targetCount, ReadOnlySpan<int> sources, ReadOnlySpan<int> targets, params ReadOnlySpan<double> weights)
    {
        Check.Count(sourceCount, "The number of sources");
        Check.Count(targetCount, "The number of targets");
        if (sources.Length != targets.Length || (weights.Length != 1 && weights.Length != sources.Length))
            throw new ArgumentException($"There are {sources.Length} sources, {targets.Length} targets and {weights.Length} weights: as many of each, or one weight, are expected.");
        var starts = new int[sourceCount + 1];
        for (var s = 0; s < sources.Length; s++)
        {
            Check.Index(sources[s], sourceCount, $"The source of synapse {s}");
            Check.Index(targets[s], targetCount, $"The target of synapse {s}");
            starts[sources[s] + 1]++;
        }

        foreach (var weight in weights)
            Check.Finite(weight, "A weight", "V");
        for (var row = 0; row < sourceCount; row++)
            starts[row + 1] += starts[row];
        var (next, ordered, strengths) = (starts[..^1], new int[targets.Length], weights.Length == 1 ? null : new double[targets.Length]);
        for (var s = 0; s < sources.Length; s++)
        {
            var place = next[sources[s]]++;
            ordered[place] = targets[s];
            if (strengths is not null)
                strengths[place] = weights[s];
        }

        return new(targetCount, starts, ordered, strengths, weights.Length == 1 ? weights[0] : double.NaN);
    }

    /// <summary>Connects each pair with the same probability.</summary>
    /// <remarks>Distances between synapses of a row are drawn from the geometric distribution; each row has a stream of its own.</remarks>
    /// <param name="sourceCount">How many source cells there are.</param>
    /// <param name="targetCount">How many target neurons there are.</param>
    /// <param name="probability">The chance of a synapse, from 0 to 1.</param>
    /// <param name="weight">The weight of every synapse [V].</param>
    /// <param name="seed">The seed; the same seed gives the same synapses.</param>
    /// <returns>The connections, targets of a source in rising order.</returns>
    /// <exception cref="ArgumentException">A count below 1, a probability outside 0 to 1, or a weight that is no finite number.</exception>
    public static SparseConnections Random(int sourceCount, int targetCount, double probability, double weight, ulong seed)
    {
        Check.Count(sourceCount, "The number of sources");
        Check.Count(targetCount, "The number of targets");
        if (!(probability is >= 0 and <= 1))
            throw new ArgumentException(FormattableString.Invariant($"The probability of a synapse is {probability}: a number from 0 to 1 is expected."));
        Check.Finite(weight, "A weight", "V");
        var (starts, targets) = (new int[sourceCount + 1], new List<int>());
        for (var row = 0; row < sourceCount; row++)
        {
            var gaps = new GeometricGaps(new RandomStream(seed, "connections", (ulong)row), probability);
            for (var target = gaps.Next(); target < targetCount; target += 1 + gaps.Next())
                targets.Add((int)target);
            starts[row + 1] = targets.Count;
        }

        return new(targetCount, starts, [.. targets], null, weight);
    }

    /// <summary>The targets of a source [row length], in the order of <see cref="Weights"/>.</summary>
    /// <param name="source">The index of the source.</param>
    /// <returns>Indices of neurons.</returns>
    public ReadOnlySpan<int> Targets(int source) => targets.AsSpan(starts[source]..starts[source + 1]);

    /// <summary>The weights of a source's synapses [row length], [V].</summary>
    /// <param name="source">The index of the source.</param>
    /// <returns>Weights that may be changed between steps.</returns>
    public Span<double> Weights(int source) => AllWeights().AsSpan(starts[source]..starts[source + 1]);

    /// <summary>The place of a source's first synapse among all.</summary>
    internal int Start(int source) => starts[source];

    /// <summary>The weights of all synapses [Count], source by source.</summary>
    internal double[] AllWeights()
    {
        // From now on each synapse may have its own.
        if (weights is null)
        {
            weights = new double[targets.Length];
            Array.Fill(weights, Common);
        }

        return weights;
    }

    /// <summary>The same synapses target by target: where each target's begin, which they are, and where they come from.</summary>
    internal (int[] Starts, int[] Synapses, int[] Sources) ByTarget()
    {
        var (first, synapses, sources) = (new int[TargetCount + 1], new int[Count], new int[Count]);
        foreach (var target in targets)
            first[target + 1]++;
        for (var target = 0; target < TargetCount; target++)
            first[target + 1] += first[target];
        var next = first[..^1];
        for (var source = 0; source < SourceCount; source++)
        {
            for (var s = starts[source]; s < starts[source + 1]; s++)
            {
                var place = next[targets[s]]++;
                (synapses[place], sources[place]) = (s, source);
            }
        }

        return (first, synapses, sources);
    }
}
