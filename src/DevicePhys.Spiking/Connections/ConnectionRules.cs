using DevicePhys.Sampling;

namespace DevicePhys.Spiking.Connections;

/// <summary>Connections by rule instead of by list.</summary>
public static class ConnectionRules
{
    /// <summary>Connects every source with every target.</summary>
    /// <param name="sources">How many sources there are.</param>
    /// <param name="targets">How many targets there are.</param>
    /// <param name="weight">The weight of every synapse [V].</param>
    /// <param name="self">Whether a cell reaches the target of its own number.</param>
    public static SparseConnections AllToAll(int sources, int targets, double weight, bool self = true) => Where(sources, targets, weight, (i, j) => self || i != j);

    /// <summary>Connects every source with the target of its number.</summary>
    /// <param name="count">How many sources and targets there are.</param>
    /// <param name="weight">The weight of every synapse [V].</param>
    public static SparseConnections OneToOne(int count, double weight) => Where(count, count, weight, (i, j) => i == j);

    /// <summary>Connects the pairs that fulfil a condition.</summary>
    /// <param name="sources">How many sources there are.</param>
    /// <param name="targets">How many targets there are.</param>
    /// <param name="weight">The weight of every synapse [V].</param>
    /// <param name="condition">Asked for every source and target.</param>
    public static SparseConnections Where(int sources, int targets, double weight, Func<int, int, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var (from, to) = (new List<int>(), new List<int>());
        for (var i = 0; i < sources; i++)
        {
            for (var j = 0; j < targets; j++)
            {
                if (condition(i, j))
                {
                    from.Add(i);
                    to.Add(j);
                }
            }
        }

        return SparseConnections.Pairs(sources, targets, [.. from], [.. to], weight);
    }

    /// <summary>Gives every target the same number of sources, drawn by chance and each at most once.</summary>
    /// <param name="sources">How many sources there are.</param>
    /// <param name="targets">How many targets there are.</param>
    /// <param name="count">Synapses of each target, at most the sources.</param>
    /// <param name="weight">The weight of every synapse [V].</param>
    /// <param name="seed">The seed; each target has a stream of its own.</param>
    /// <exception cref="ArgumentException">More synapses than sources, or none.</exception>
    public static SparseConnections FixedInDegree(int sources, int targets, int count, double weight, ulong seed)
    {
        Check.Count(sources, "The number of sources");
        Check.Count(targets, "The number of targets");
        if (count < 1 || count > sources)
            throw new ArgumentException($"Every target should have {count} sources: 1 to {sources} are expected.");
        int[] from = new int[targets * count], to = new int[targets * count], all = [.. Enumerable.Range(0, sources)];
        for (var target = 0; target < targets; target++)
        {
            var stream = new RandomStream(seed, "in-degree", (ulong)target);
            for (var s = 0; s < count; s++)
            {
                var other = s + stream.NextInt(sources - s);
                (all[s], all[other]) = (all[other], all[s]);
                (from[(target * count) + s], to[(target * count) + s]) = (all[s], target);
            }
        }

        return SparseConnections.Pairs(sources, targets, from, to, weight);
    }
}
