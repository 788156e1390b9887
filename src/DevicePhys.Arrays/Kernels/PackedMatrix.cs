using System.Runtime.Intrinsics;

namespace DevicePhys.Arrays.Kernels;

/// <summary>The right-hand matrix of products, laid out once in the order in which the kernels read it.</summary>
/// <remarks>
/// The rows are cut into blocks whose panels stay in the caches while rows pass; inside a block stand panels of two vectors of columns, each panel
/// contiguous, row after row. So a product reads memory in one straight run, whatever the row length: rows 4 KB apart, which push
/// each other out of the cache, do not occur. Columns are padded with 0 to whole vectors. A matrix of so few columns that vectors would be half empty
/// stands transposed instead, its columns padded in depth. Not thread safe while it is packed.
/// </remarks>
public sealed class PackedMatrix
{
    private const int PanelBytes = 64 * 1024;
    private const int MostNarrowColumns = 10;
    private const int LeastNarrowRows = 256;
    internal const int NarrowTile = 5;

    private readonly AlignedBlock<float> values;

    /// <summary>Creates a matrix of zeros.</summary>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns.</param>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is below 1.</exception>
    public PackedMatrix(int rows, int columns)
        : this(rows, columns, WidestLanes())
    {
    }

    /// <summary>Creates a packed copy of a matrix.</summary>
    /// <param name="source">[rows × columns], row-major.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns.</param>
    /// <exception cref="ArgumentException">The source has another length.</exception>
    public PackedMatrix(ReadOnlySpan<float> source, int rows, int columns)
        : this(rows, columns) => Pack(source);

    internal PackedMatrix(int rows, int columns, int lanes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        (Rows, Columns, Lanes) = (rows, columns, lanes);
        IsNarrow = columns <= MostNarrowColumns && rows >= LeastNarrowRows;
        if (IsNarrow)
        {
            PaddedColumns = (columns + NarrowTile - 1) / NarrowTile * NarrowTile;
            Depth = (rows + lanes - 1) / lanes * lanes;
            values = new AlignedBlock<float>(checked(Depth * PaddedColumns));
            return;
        }

        PaddedColumns = (columns + lanes - 1) / lanes * lanes;
        var deepest = PanelBytes / (2 * lanes * sizeof(float));
        var blocks = (rows + deepest - 1) / deepest;
        Depth = (rows + blocks - 1) / blocks;
        values = new AlignedBlock<float>(checked(rows * PaddedColumns));
    }

    /// <summary>Rows.</summary>
    public int Rows { get; }

    /// <summary>Columns.</summary>
    public int Columns { get; }

    /// <summary>Numbers in the vectors it is laid out for: 4, 8 or 16.</summary>
    internal int Lanes { get; }

    /// <summary>Whether it stands transposed, see <see cref="DotTile{TLanes, TVector}"/>.</summary>
    internal bool IsNarrow { get; }

    /// <summary>Columns with their padding to whole vectors, or to whole tiles of a narrow matrix.</summary>
    internal int PaddedColumns { get; }

    /// <summary>Rows of a block, of which the last may have fewer; of a narrow matrix the distance of its columns.</summary>
    internal int Depth { get; }

    internal ReadOnlySpan<float> Values => values.Span;

    /// <summary>Takes over the elements of a matrix.</summary>
    /// <param name="source">[Rows × Columns], row-major.</param>
    /// <exception cref="ArgumentException">The source has another length.</exception>
    public void Pack(ReadOnlySpan<float> source)
    {
        CheckLength(source);
        var values = this.values.Span;
        for (var row = 0; row < Rows; row++)
        {
            var from = source.Slice(row * Columns, Columns);
            var together = IsNarrow ? 1 : 2 * Lanes;
            for (var column = 0; column < Columns; column += together)
            {
                var width = Math.Min(together, Columns - column);
                from.Slice(column, width).CopyTo(values.Slice(At(row, column), width));
            }
        }
    }

    /// <summary>Takes over the elements of a matrix that is given transposed.</summary>
    /// <param name="source">[Columns × Rows], row-major.</param>
    /// <exception cref="ArgumentException">The source has another length.</exception>
    public void PackTransposed(ReadOnlySpan<float> source)
    {
        CheckLength(source);
        var values = this.values.Span;
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                values[At(row, column)] = source[(column * Rows) + row];
            }
        }
    }

    /// <summary>Where an element stands.</summary>
    internal int At(int row, int column)
    {
        if (IsNarrow)
        {
            return (column * Depth) + row;
        }

        var block = row / Depth * Depth;
        var depth = Math.Min(Depth, Rows - block);
        var panel = column / (2 * Lanes) * 2 * Lanes;
        var width = Math.Min(2 * Lanes, PaddedColumns - panel);
        return (block * PaddedColumns) + (panel * depth) + ((row - block) * width) + (column - panel);
    }

    private static int WidestLanes() =>
        Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : 4;

    private void CheckLength(ReadOnlySpan<float> source)
    {
        if (source.Length != Rows * Columns)
        {
            throw new ArgumentException($"The matrix has {source.Length} elements, expected {Rows} × {Columns}.", nameof(source));
        }
    }
}
