namespace DevicePhys.Circuits.Engine;

/// <summary>The four places of a two-terminal slope, and the two rows of its flow.</summary>
internal readonly struct Quad
{
    private readonly int aa, ab, ba, bb, rowA, rowB;

    public Quad(ILinearSolver matrix, int rowA, int rowB, int columnA, int columnB)
    {
        (this.rowA, this.rowB) = (rowA, rowB);
        (aa, ab) = (matrix.Reserve(rowA, columnA), matrix.Reserve(rowA, columnB));
        (ba, bb) = (matrix.Reserve(rowB, columnA), matrix.Reserve(rowB, columnB));
    }

    /// <summary>Adds a flow out of the first node into the second and its slope against their voltage.</summary>
    public void Stamp(double[] residual, double[] values, double flow, double slope)
    {
        residual[rowA] += flow;
        residual[rowB] -= flow;
        values[aa] += slope;
        values[ab] -= slope;
        values[ba] -= slope;
        values[bb] += slope;
    }

    /// <summary>Adds a flow alone.</summary>
    public void Stamp(Span<double> residual, double flow)
    {
        residual[rowA] += flow;
        residual[rowB] -= flow;
    }
}
