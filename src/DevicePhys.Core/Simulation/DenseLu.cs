namespace DevicePhys.Simulation;

/// <summary>A small square matrix and its LU factors with partial pivoting.</summary>
/// <param name="size">The number of rows.</param>
/// <remarks>Entries are written through <see cref="Values"/>; <see cref="Factor"/> overwrites them. Not thread safe.</remarks>
public sealed class DenseLu(int size)
{
    private readonly double[] values = new double[size * size];
    private readonly int[] pivots = new int[size];

    /// <summary>The number of rows.</summary>
    public int Size => size;

    /// <summary>The entries [size × size], row-major.</summary>
    public Span<double> Values => values;

    /// <summary>The first column the last <see cref="Factor"/> found no pivot in, or -1.</summary>
    public int SingularColumn { get; private set; } = -1;

    /// <summary>Replaces the entries by their factors.</summary>
    /// <returns>Whether the matrix is regular and finite.</returns>
    public bool Factor()
    {
        if (size == 1)
        {
            SingularColumn = values[0] == 0 || !double.IsFinite(values[0]) ? 0 : -1;
            return SingularColumn < 0;
        }

        if (size == 2)
            return FactorTwo();
        for (var k = 0; k < size; k++)
        {
            var pivot = k;
            for (var row = k + 1; row < size; row++)
            {
                if (Math.Abs(values[(row * size) + k]) > Math.Abs(values[(pivot * size) + k]))
                    pivot = row;
            }

            pivots[k] = pivot;
            if (pivot != k)
                Swap(k, pivot);
            var head = values[(k * size) + k];
            if (head == 0 || !double.IsFinite(head))
            {
                SingularColumn = k;
                return false;
            }

            for (var row = k + 1; row < size; row++)
            {
                var factor = values[(row * size) + k];
                if (factor == 0)
                    continue;
                values[(row * size) + k] = factor /= head;
                for (var column = k + 1; column < size; column++)
                    values[(row * size) + column] -= factor * values[(k * size) + column];
            }
        }

        SingularColumn = -1;
        return true;
    }

    /// <summary>Solves in place.</summary>
    /// <param name="rightSide">[size].</param>
    public void Solve(Span<double> rightSide)
    {
        if (size == 1)
        {
            rightSide[0] /= values[0];
            return;
        }

        if (size == 2)
        {
            SolveTwo(rightSide);
            return;
        }

        // Whole rows were swapped, factors included, so every swap comes before the first elimination.
        for (var k = 0; k < size; k++)
            (rightSide[k], rightSide[pivots[k]]) = (rightSide[pivots[k]], rightSide[k]);
        for (var k = 0; k < size; k++)
        {
            for (var row = k + 1; row < size; row++)
                rightSide[row] -= values[(row * size) + k] * rightSide[k];
        }

        for (var k = size - 1; k >= 0; k--)
        {
            var sum = rightSide[k];
            for (var column = k + 1; column < size; column++)
                sum -= values[(k * size) + column] * rightSide[column];
            rightSide[k] = sum / values[(k * size) + k];
        }
    }

    /// <summary>The general way for two rows, written out: small circuits live on it.</summary>
    private bool FactorTwo()
    {
        var v = values;
        pivots[0] = Math.Abs(v[2]) > Math.Abs(v[0]) ? 1 : 0;
        pivots[1] = 1;
        if (pivots[0] == 1)
            (v[0], v[1], v[2], v[3]) = (v[2], v[3], v[0], v[1]);
        SingularColumn = 0;
        if (v[0] == 0 || !double.IsFinite(v[0]))
            return false;
        v[2] /= v[0];
        v[3] -= v[2] * v[1];
        SingularColumn = 1;
        if (v[3] == 0 || !double.IsFinite(v[3]))
            return false;
        SingularColumn = -1;
        return true;
    }

    private void SolveTwo(Span<double> rightSide)
    {
        var v = values;
        var (first, second) = pivots[0] == 1 ? (rightSide[1], rightSide[0]) : (rightSide[0], rightSide[1]);
        second = (second - (v[2] * first)) / v[3];
        rightSide[1] = second;
        rightSide[0] = (first - (v[1] * second)) / v[0];
    }

    private void Swap(int one, int other)
    {
        for (var column = 0; column < size; column++)
            (values[(one * size) + column], values[(other * size) + column]) = (values[(other * size) + column], values[(one * size) + column]);
    }
}
