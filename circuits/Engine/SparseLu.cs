using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DevicePhys.Circuits.Engine;

/// <summary>The LU factors of a sparse matrix, left-looking by columns.</summary>
/// <remarks>
/// Gilbert and Peierls, SIAM J. Sci. Stat. Comput. 9, 862 (1988); refactorisation on a fixed pattern as circuit simulators do it (Davis and Palamadai
/// Natarajan, ACM TOMS 37, 36 (2010)). Not thread safe.
/// </remarks>
internal sealed class SparseLu
{
    // A diagonal entry is pivot down to this part of the largest in its column; a pivot is kept down to the second.
    private const double Preference = 1e-3, Endurance = 1e-6;

    private readonly int size;
    private readonly int[] order, columnStart, entryRow, entryPlace;
    private readonly int[] pivotOf, rowOf, lowerStart, upperStart;
    private readonly double[] diagonal, work;
    private readonly PivotSearch search;
    private int[] lowerRow = [], upperRow = [];
    private double[] lower = [], upper = [];

    public SparseLu(int size, List<(int Row, int Column)> entries, int[] order)
    {
        (this.size, this.order) = (size, order);
        (columnStart, entryRow, entryPlace) = (new int[size + 1], new int[entries.Count], new int[entries.Count]);
        for (var e = 1; e < entries.Count; e++)
            columnStart[entries[e].Column + 1]++;
        for (var c = 0; c < size; c++)
            columnStart[c + 1] += columnStart[c];
        var next = columnStart.ToArray();
        for (var e = 1; e < entries.Count; e++)
        {
            var at = next[entries[e].Column]++;
            (entryRow[at], entryPlace[at]) = (entries[e].Row, e);
        }

        (pivotOf, rowOf, lowerStart, upperStart) = (new int[size], new int[size], new int[size + 1], new int[size + 1]);
        (diagonal, work) = (new double[size], new double[size]);
        search = new PivotSearch(size);
    }

    /// <summary>Whether pivots were chosen and can be kept.</summary>
    public bool HasPivots { get; private set; }

    /// <summary>The column no pivot was found in, or -1.</summary>
    public int SingularColumn { get; private set; } = -1;

    /// <summary>Asks for new pivots.</summary>
    public void Forget() => HasPivots = false;

    /// <summary>Factors with new pivots.</summary>
    public bool Factor(double[] values)
    {
        HasPivots = false;
        Array.Fill(pivotOf, -1);
        List<int> lowerRows = [], upperRows = [];
        List<double> lowerValues = [], upperValues = [];
        Array.Clear(work);
        for (var k = 0; k < size; k++)
        {
            var column = order[k];
            (lowerStart[k], upperStart[k]) = (lowerRows.Count, upperRows.Count);
            var reached = search.Reach(entryRow.AsSpan(columnStart[column], columnStart[column + 1] - columnStart[column]), pivotOf, lowerStart, lowerRows);
            for (var e = columnStart[column]; e < columnStart[column + 1]; e++)
                work[entryRow[e]] += values[entryPlace[e]];
            foreach (var row in reached)
            {
                if (pivotOf[row] is var j && j < 0)
                    continue;
                var factor = work[row];
                upperRows.Add(j);
                upperValues.Add(factor);
                for (var e = lowerStart[j]; e < lowerStart[j + 1]; e++)
                    work[lowerRows[e]] -= lowerValues[e] * factor;
            }

            if (!Choose(k, column, reached))
            {
                foreach (var row in reached)
                    work[row] = 0;
                SingularColumn = column;
                return false;
            }

            foreach (var row in reached)
            {
                if (pivotOf[row] < 0)
                {
                    lowerRows.Add(row);
                    lowerValues.Add(work[row] / diagonal[k]);
                }

                work[row] = 0;
            }
        }

        (lowerStart[size], upperStart[size]) = (lowerRows.Count, upperRows.Count);
        lowerRow = [.. lowerRows.Select(row => pivotOf[row])];
        (lower, upper) = ([.. lowerValues], [.. upperValues]);
        upperRow = [.. upperRows];

        // Ascending pivots are an order of elimination too, and run through memory one way.
        for (var k = 0; k < size; k++)
        {
            Array.Sort(upperRow, upper, upperStart[k], upperStart[k + 1] - upperStart[k]);
            Array.Sort(lowerRow, lower, lowerStart[k], lowerStart[k + 1] - lowerStart[k]);
        }

        SingularColumn = -1;
        return HasPivots = true;
    }

    /// <summary>Factors with the pivots there are; false where one has become too small.</summary>
    public bool Refactor(double[] values)
    {
        for (var k = 0; k < size; k++)
        {
            var column = order[k];
            for (var e = columnStart[column]; e < columnStart[column + 1]; e++)
                work[pivotOf[entryRow[e]]] += values[entryPlace[e]];
            for (var u = upperStart[k]; u < upperStart[k + 1]; u++)
            {
                var j = upperRow[u];
                var factor = work[j];
                work[j] = 0;
                upper[u] = factor;
                var (start, count) = (lowerStart[j], lowerStart[j + 1] - lowerStart[j]);
                ref var rows = ref MemoryMarshal.GetArrayDataReference(lowerRow);
                ref var below = ref MemoryMarshal.GetArrayDataReference(lower);
                ref var target = ref MemoryMarshal.GetArrayDataReference(work);
                for (nint e = start; e < start + count; e++)
                    Unsafe.Add(ref target, Unsafe.Add(ref rows, e)) -=
                        Unsafe.Add(ref below, e) * factor;
            }

            var pivot = work[k];
            work[k] = 0;
            diagonal[k] = pivot;
            var (largest, inverse) = (0.0, 1 / pivot);
            for (var e = lowerStart[k]; e < lowerStart[k + 1]; e++)
            {
                var value = work[lowerRow[e]];
                work[lowerRow[e]] = 0;
                largest = Math.Max(largest, Math.Abs(value));
                lower[e] = value * inverse;
            }

            if (!(Math.Abs(pivot) >= Endurance * largest) || pivot == 0 || !double.IsFinite(pivot))
            {
                Array.Clear(work);
                HasPivots = false;
                return false;
            }
        }

        return true;
    }

    /// <summary>Solves in place.</summary>
    public void Solve(Span<double> rightSide)
    {
        for (var k = 0; k < size; k++)
            work[k] = rightSide[rowOf[k]];
        for (var k = 0; k < size; k++)
        {
            var value = work[k];
            if (value == 0)
                continue;
            for (var e = lowerStart[k]; e < lowerStart[k + 1]; e++)
                work[lowerRow[e]] -= lower[e] * value;
        }

        for (var k = size - 1; k >= 0; k--)
        {
            var value = work[k] /= diagonal[k];
            if (value == 0)
                continue;
            for (var u = upperStart[k]; u < upperStart[k + 1]; u++)
                work[upperRow[u]] -= upper[u] * value;
        }

        for (var k = 0; k < size; k++)
        {
            rightSide[order[k]] = work[k];
            work[k] = 0;
        }
    }

    private bool Choose(int k, int column, ReadOnlySpan<int> reached)
    {
        var (best, largest) = (-1, 0.0);
        foreach (var row in reached)
        {
            if (pivotOf[row] < 0 && Math.Abs(work[row]) > largest)
                (best, largest) = (row, Math.Abs(work[row]));
        }

        if (best < 0 || !double.IsFinite(largest))
            return false;
        if (pivotOf[column] < 0 && Math.Abs(work[column]) >= Preference * largest)
            best = column;
        (pivotOf[best], rowOf[k], diagonal[k]) = (k, best, work[best]);
        return true;
    }
}
