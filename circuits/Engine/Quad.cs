namespace DevicePhys.Circuits.Engine;

/// <summary>The four places of a two-terminal slope, and the two rows of its flow.</summary>
/// <remarks>
/// Rows and columns of ground and of held nodes are left out: four additions to one forgotten number would wait for each other. So is a flow from a row
/// into the same one: 10 mC of a diode across a source would round away what else is there.
/// </remarks>
internal sealed class Quad
{
    private readonly int aa, ab, ba, bb, rowA, rowB;
    private readonly bool hasRowA, hasRowB, hasColumnA, hasColumnB;

    public Quad(ILinearSolver matrix, int unknowns, int rowA, int rowB, int columnA, int columnB)
    {
        (this.rowA, this.rowB) = (rowA, rowB);
        (hasRowA, hasRowB) = (rowA < unknowns && rowA != rowB, rowB < unknowns && rowA != rowB);
        (hasColumnA, hasColumnB) = (columnA < unknowns, columnB < unknowns);
        (aa, ab) = (matrix.Reserve(rowA, columnA), matrix.Reserve(rowA, columnB));
        (ba, bb) = (matrix.Reserve(rowB, columnA), matrix.Reserve(rowB, columnB));
    }

    /// <summary>Adds a flow out of the first node into the second and its slope against their voltage.</summary>
    public void Stamp(double[] residual, double[] values, double flow, double slope)
    {
        if (hasRowA)
        {
            residual[rowA] += flow;
            if (hasColumnA)
                values[aa] += slope;
            if (hasColumnB)
                values[ab] -= slope;
        }

        if (hasRowB)
        {
            residual[rowB] -= flow;
            if (hasColumnA)
                values[ba] -= slope;
            if (hasColumnB)
                values[bb] += slope;
        }
    }

    /// <summary>Adds a flow alone.</summary>
    public void Stamp(Span<double> residual, double flow)
    {
        if (hasRowA)
            residual[rowA] += flow;
        if (hasRowB)
            residual[rowB] -= flow;
    }
}
