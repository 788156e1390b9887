namespace DevicePhys.Arrays.Wires;

/// <summary>The effective matrix by cutting the array into parts and joining them again: direct, at a cost of some 30 n³ for n × n cells.</summary>
/// <remarks>
/// Nested dissection after George, SIAM J. Numer. Anal. 10, 345 (1973), with the drivers and sense inputs kept as terminals to the end: what
/// is left of the whole array is the matrix between them. It needs every segment to have some resistance.
/// </remarks>
internal sealed class PartTree(WirePlanes wires)
{
    private readonly Stack<ArrayPart> spare = new();

    /// <summary>Fills the effective matrix.</summary>
    /// <param name="matrix">[Rows × Columns], row-major, filled [S].</param>
    public void Run(Span<double> matrix)
    {
        var whole = Build(0, wires.Rows, 0, wires.Columns);
        matrix.Clear();
        for (var i = 0; i < whole.TopAt; i++)
        {
            var row = matrix.Slice(i % wires.Rows * wires.Columns, wires.Columns);
            for (var j = whole.TopAt; j < whole.Count; j++)
            {
                row[(j - whole.TopAt) % wires.Columns] -= whole.Matrix[(i * whole.Stride) + j];
            }
        }

        whole.Close();
        spare.Push(whole);
    }

    private ArrayPart Build(int row, int rows, int column, int columns)
    {
        var part = spare.Count > 0 ? spare.Pop() : new ArrayPart();
        if (rows <= PartLeaf.Side && columns <= PartLeaf.Side)
        {
            PartLeaf.Fill(wires, row, rows, column, columns, part);
            return part;
        }

        var beside = columns > rows;
        var half = (beside ? columns : rows) / 2;
        var first = beside ? Build(row, rows, column, half) : Build(row, half, column, columns);
        var second = beside ? Build(row, rows, column + half, columns - half) : Build(row + half, rows - half, column, columns);
        if (beside)
        {
            PartMerge.Beside(first, second, part);
        }
        else
        {
            PartMerge.Below(first, second, part);
        }

        spare.Push(first);
        spare.Push(second);
        return part;
    }
}
