namespace DevicePhys.Circuits.Engine;

/// <summary>Which rows a column fills when it is eliminated: a search in depth through the columns of the lower factor.</summary>
internal sealed class PivotSearch(int size)
{
    private readonly int[] mark = new int[size], path = new int[size], position = new int[size], found = new int[size];
    private int stamp;

    /// <summary>The rows reached, every pivot row before those that it fills.</summary>
    /// <param name="starts">The rows of the column.</param>
    /// <param name="pivotOf">[size]: the pivot a row became, or -1.</param>
    /// <param name="lowerStart">Where the columns of the lower factor start.</param>
    /// <param name="lowerRows">Their rows.</param>
    public ReadOnlySpan<int> Reach(ReadOnlySpan<int> starts, int[] pivotOf, int[] lowerStart, List<int> lowerRows)
    {
        stamp++;
        var top = size;
        foreach (var start in starts)
        {
            if (mark[start] == stamp)
                continue;
            var depth = 0;
            Enter(start, 0, pivotOf, lowerStart);
            while (depth >= 0)
            {
                var row = path[depth];
                var end = pivotOf[row] < 0 ? 0 : lowerStart[pivotOf[row] + 1];
                var deeper = false;
                while (position[depth] < end)
                {
                    var next = lowerRows[position[depth]++];
                    if (mark[next] == stamp)
                        continue;
                    Enter(next, ++depth, pivotOf, lowerStart);
                    deeper = true;
                    break;
                }

                if (deeper)
                    continue;
                found[--top] = row;
                depth--;
            }
        }

        return found.AsSpan(top);
    }

    private void Enter(int row, int depth, int[] pivotOf, int[] lowerStart)
    {
        mark[row] = stamp;
        path[depth] = row;
        position[depth] = pivotOf[row] < 0 ? 0 : lowerStart[pivotOf[row]];
    }
}
