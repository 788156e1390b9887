namespace DevicePhys.Circuits.Engine;

/// <summary>The matrix of a large circuit: only the places that are used are stored.</summary>
/// <remarks>
/// Columns in minimum-degree order; rows by threshold pivoting that keeps to the diagonal where it can. Order and pattern are found once, and the pivots
/// stay as long as they are good: a pivot that has become small against its column asks for new ones.
/// </remarks>
internal sealed class SparseSolver(int size) : ILinearSolver
{
    private readonly Dictionary<long, int> places = [];
    private readonly List<(int Row, int Column)> entries = [default];
    private double[]? values;
    private SparseLu? factors;

    public double[] Values => values ??= new double[entries.Count];

    public int SingularColumn => factors?.SingularColumn ?? -1;

    /// <summary>How often pivots were chosen.</summary>
    public int Orderings { get; private set; }

    public int Reserve(int row, int column)
    {
        // Place 0 takes what ground's row and column would.
        if (row >= size || column >= size)
            return 0;
        var key = ((long)row * size) + column;
        if (!places.TryGetValue(key, out var place))
        {
            places.Add(key, place = entries.Count);
            entries.Add((row, column));
        }

        return place;
    }

    public void Forget() => factors?.Forget();

    public bool Factor()
    {
        factors ??= new SparseLu(size, entries, MinimumDegree.Order(size, entries.Skip(1)));
        if (factors.HasPivots && factors.Refactor(Values))
            return true;
        Orderings++;
        return factors.Factor(Values);
    }

    public void Solve(Span<double> rightSide) => factors!.Solve(rightSide);
}
