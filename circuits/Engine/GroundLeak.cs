namespace DevicePhys.Circuits.Engine;

/// <summary>A conductance from every free node to a voltage, to ease the way to rest.</summary>
/// <remarks>Rows that take a charge at rest are left alone: amperes have no place among coulombs.</remarks>
internal sealed class GroundLeak
{
    private readonly int[] rows, places;

    public GroundLeak(Topology topology, ILinearSolver matrix)
    {
        var charges = topology.RestChargeRow.ToHashSet();
        rows = [.. Enumerable.Range(0, topology.NodeUnknownCount).Where(row => !charges.Contains(row))];
        places = [.. rows.Select(row => matrix.Reserve(row, row))];
        Anchor = new double[topology.NodeUnknownCount];
    }

    /// <summary>The conductance [S].</summary>
    public double Conductance { get; set; }

    /// <summary>Where it pulls each node to: ground, unless somebody wants the last point [V].</summary>
    public double[] Anchor { get; }

    /// <summary>The largest current through it [A].</summary>
    /// <param name="x">[Unknowns].</param>
    public double Largest(ReadOnlySpan<double> x)
    {
        var largest = 0.0;
        foreach (var row in rows)
            largest = Math.Max(largest, Math.Abs(Conductance * (x[row] - Anchor[row])));
        return largest;
    }

    /// <summary>Adds it.</summary>
    /// <param name="x">[Unknowns].</param>
    /// <param name="slopes">By place.</param>
    /// <param name="residual">[Unknowns].</param>
    public void Add(ReadOnlySpan<double> x, double[] slopes, Span<double> residual)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            slopes[places[i]] += Conductance;
            residual[rows[i]] += Conductance * (x[rows[i]] - Anchor[rows[i]]);
        }
    }
}
