namespace DevicePhys.Circuits.Engine;

/// <summary>Which nodes belong together (a union-find forest).</summary>
internal sealed class Groups(int count)
{
    private readonly int[] parents = [.. Enumerable.Range(0, count)];

    /// <summary>The node that stands for a node's group: the lowest of its numbers, so ground wherever ground belongs to it.</summary>
    public int Of(int node)
    {
        while (parents[node] != node)
            node = parents[node] = parents[parents[node]];
        return node;
    }

    /// <summary>Joins two groups; false when they were one already.</summary>
    public bool Join(int a, int b)
    {
        (a, b) = (Of(a), Of(b));
        if (a == b)
            return false;
        parents[Math.Max(a, b)] = Math.Min(a, b);
        return true;
    }
}
