namespace DevicePhys.Circuits.Engine;

/// <summary>An elimination order that keeps the factors of a sparse matrix sparse: minimum degree on a quotient graph.</summary>
/// <remarks>
/// George and Liu, SIAM Rev. 31, 1 (1989), with element absorption and the approximate external degree of Amestoy, Davis and Duff, SIAM J. Matrix
/// Anal. Appl. 17, 886 (1996). The pattern is that of A + Aᵀ. Ties go to the lowest number, so the order is the same on every run.
/// </remarks>
internal sealed class MinimumDegree
{
    private readonly List<int>[] neighbours, elements;
    private readonly int[][] members;
    private readonly int[] degree, head, next, previous, mark, weight, weightStamp;
    private readonly bool[] isElement;
    private int stamp, lowest;

    private MinimumDegree(int size, IEnumerable<(int Row, int Column)> entries)
    {
        neighbours = [.. Enumerable.Range(0, size).Select(_ => new List<int>())];
        elements = [.. Enumerable.Range(0, size).Select(_ => new List<int>())];
        members = new int[size][];
        (degree, head, next, previous) = (new int[size], new int[size + 1], new int[size], new int[size]);
        (mark, weight, weightStamp, isElement) = (new int[size], new int[size], new int[size], new bool[size]);
        foreach (var (row, column) in entries)
        {
            if (row == column)
                continue;
            neighbours[row].Add(column);
            neighbours[column].Add(row);
        }

        Array.Fill(head, -1);
        for (var i = size - 1; i >= 0; i--)
        {
            neighbours[i].Sort();
            var list = neighbours[i];
            var kept = 0;
            for (var k = 0; k < list.Count; k++)
            {
                if (k == 0 || list[k] != list[k - 1])
                    list[kept++] = list[k];
            }

            list.RemoveRange(kept, list.Count - kept);
            degree[i] = kept;
            Insert(i);
        }
    }

    /// <summary>The order.</summary>
    /// <param name="size">The number of rows.</param>
    /// <param name="entries">The places that are not 0.</param>
    /// <returns>[size]: which unknown is eliminated first, second, and so on.</returns>
    public static int[] Order(int size, IEnumerable<(int Row, int Column)> entries)
    {
        var graph = new MinimumDegree(size, entries);
        var order = new int[size];
        for (var step = 0; step < size; step++)
            graph.Eliminate(order[step] = graph.Lightest());
        return order;
    }

    private int Lightest()
    {
        while (head[lowest] < 0)
            lowest++;
        var chosen = head[lowest];
        Remove(chosen);
        return chosen;
    }

    private void Eliminate(int pivot)
    {
        // The new element holds all that the pivot still touches, directly or through older elements, which it absorbs.
        stamp++;
        mark[pivot] = stamp;
        var reached = new List<int>();
        foreach (var i in neighbours[pivot])
            Reach(i, reached);
        foreach (var element in elements[pivot])
        {
            foreach (var i in members[element])
                Reach(i, reached);
            members[element] = [];
            isElement[element] = false;
        }

        members[pivot] = [.. reached];
        isElement[pivot] = true;
        foreach (var i in reached)
        {
            foreach (var element in elements[i])
                Overlap(element);
        }

        foreach (var i in reached)
            Update(i, pivot, reached.Count);
        neighbours[pivot] = [];
        elements[pivot] = [];
    }

    private void Reach(int i, List<int> reached)
    {
        if (isElement[i] || members[i] is not null || mark[i] == stamp)
            return;
        mark[i] = stamp;
        reached.Add(i);
    }

    /// <summary>Counts down what an element holds outside the new one.</summary>
    private void Overlap(int element)
    {
        if (!isElement[element])
            return;
        if (weightStamp[element] != stamp)
        {
            weightStamp[element] = stamp;
            var alive = 0;
            foreach (var member in members[element])
                alive += members[member] is null ? 1 : 0;
            weight[element] = alive;
        }

        weight[element]--;
    }

    private void Update(int i, int pivot, int reached)
    {
        Remove(i);
        var degreeNow = reached - 1;
        var kept = 0;
        var list = elements[i];
        for (var k = 0; k < list.Count; k++)
        {
            var element = list[k];
            if (!isElement[element] || element == pivot || weight[element] == 0)
                continue;
            list[kept++] = element;
            degreeNow += weight[element];
        }

        list.RemoveRange(kept, list.Count - kept);
        list.Add(pivot);
        var near = neighbours[i];
        kept = 0;
        for (var k = 0; k < near.Count; k++)
        {
            // What the new element holds need not be held twice.
            if (mark[near[k]] == stamp || members[near[k]] is not null)
                continue;
            near[kept++] = near[k];
        }

        near.RemoveRange(kept, near.Count - kept);
        degree[i] = Math.Min(degreeNow + kept, degree.Length - 1);
        Insert(i);
    }

    private void Insert(int i)
    {
        var d = degree[i];
        (next[i], previous[i]) = (head[d], -1);
        if (head[d] >= 0)
            previous[head[d]] = i;
        head[d] = i;
        lowest = Math.Min(lowest, d);
    }

    private void Remove(int i)
    {
        if (previous[i] >= 0)
            next[previous[i]] = next[i];
        else
            head[degree[i]] = next[i];
        if (next[i] >= 0)
            previous[next[i]] = previous[i];
    }
}
