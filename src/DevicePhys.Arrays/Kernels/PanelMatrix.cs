namespace DevicePhys.Arrays.Kernels;

/// <summary>A matrix laid out for <see cref="GroupedInputs"/>: panels of sixteen columns, each row of a panel one cache line.</summary>
/// <remarks>Not thread safe while it is filled.</remarks>
public sealed class PanelMatrix
{
    /// <summary>Columns of a panel.</summary>
    internal const int Panel = 16;

    private readonly AlignedBlock<float> values;

    /// <summary>Creates a matrix of zeros.</summary>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns.</param>
    public PanelMatrix(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        (Rows, Columns, Stride) = (rows, columns, (columns + 7) / 8 * 8);
        values = new AlignedBlock<float>(checked(rows * ((columns + Panel - 1) / Panel * Panel)));
    }

    /// <summary>Rows.</summary>
    public int Rows { get; }

    /// <summary>Columns.</summary>
    public int Columns { get; }

    /// <summary>Sums of one input in a result: the columns, padded to whole vectors.</summary>
    public int Stride { get; }

    /// <summary>The first number of a panel; its rows are sixteen numbers apart.</summary>
    internal ref float First(int panel) => ref System.Runtime.CompilerServices.Unsafe.Add(ref values.First, (nint)panel * Rows * Panel);

    /// <summary>Sets a block of columns.</summary>
    /// <param name="column">The first column.</param>
    /// <param name="source">[Rows × width], row-major.</param>
    /// <param name="width">Columns.</param>
    public void Set(int column, ReadOnlySpan<float> source, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(column, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(column + width, Columns);
        if (source.Length != (long)Rows * width)
        {
            throw new ArgumentException($"There are {source.Length} elements, expected {Rows} × {width}.", nameof(source));
        }

        var to = values.Span;
        for (var from = 0; from < width;)
        {
            var (panel, lane) = ((column + from) / Panel, (column + from) % Panel);
            var length = Math.Min(Panel - lane, width - from);
            for (var row = 0; row < Rows; row++)
            {
                source.Slice((row * width) + from, length).CopyTo(to[((((panel * Rows) + row) * Panel) + lane)..]);
            }

            from += length;
        }
    }
}
