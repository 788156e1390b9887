using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DevicePhys.Arrays.Kernels;

namespace DevicePhys.Arrays.Wires;

/// <summary>The cells of a wired crossbar and the factors of its lines, as the solver reads them.</summary>
internal sealed class WirePlanes
{
    private readonly AlignedBlock<double> cells;
    private readonly AlignedBlock<double> wordFactors;
    private readonly AlignedBlock<double> bitFactors;
    private readonly AlignedBlock<double> block;
    private readonly AlignedBlock<double> above;
    private readonly AlignedBlock<double> scratch;
    private readonly AlignedBlock<double> zeros;

    public WirePlanes(int rows, int columns, WireSettings settings)
    {
        (Rows, Columns) = (rows, columns);
        Word = Line.Of(settings.WordLineSegment, settings.Driver, settings.DrivenAt);
        Bit = Line.Of(settings.BitLineSegment, settings.Sense, settings.SensedAt);
        Width = (columns + 3) / 4 * 4;

        // Rows a multiple of 1 KB apart would share a few lines of the first-level cache.
        Stride = Width % 128 == 0 ? Width + 8 : Width;
        Blocks = (rows + WordLines.Rows - 1) / WordLines.Rows;
        cells = new AlignedBlock<double>(checked(Blocks * WordLines.Rows * Width));
        wordFactors = new AlignedBlock<double>(cells.Length);
        bitFactors = new AlignedBlock<double>(checked((rows + 1) * Stride));
        block = new AlignedBlock<double>(WordLines.Rows * Stride);
        above = new AlignedBlock<double>(Stride);
        scratch = new AlignedBlock<double>(WordLines.Rows * Width);
        zeros = new AlignedBlock<double>(WordLines.Rows * Stride);
    }

    public int Rows { get; }

    public int Columns { get; }

    public Line Word { get; }

    public Line Bit { get; }

    /// <summary>Columns with padding to whole vectors; the padding has no cells and carries no current.</summary>
    public int Width { get; }

    /// <summary>Distance of rows.</summary>
    public int Stride { get; }

    /// <summary>Groups of eight rows; rows missing from the last one have no cells.</summary>
    public int Blocks { get; }

    /// <summary>Cells of a group, [Width × 8] [S].</summary>
    public ref double Cells(int group) => ref Unsafe.Add(ref cells.First, (nint)group * Width * WordLines.Rows);

    /// <summary>Word-line factors of a group, [Width × 8].</summary>
    public ref double WordFactors(int group) => ref Unsafe.Add(ref wordFactors.First, (nint)group * Width * WordLines.Rows);

    /// <summary>Bit-line factors of a row, [Stride]; those of row −1 are 0.</summary>
    public ref double BitFactors(int row) => ref Unsafe.Add(ref bitFactors.First, (nint)(row + 1) * Stride);

    /// <summary>[Width × 8]: room for the passes along the word lines.</summary>
    public ref double Scratch => ref scratch.First;

    /// <summary>[8 × Stride]: rows that are and stay 0.</summary>
    public ref double Zeros => ref zeros.First;

    /// <summary>The conductance of one cell [S].</summary>
    public double Cell(int row, int column) => cells.Span[CellAt(row, column)];

    /// <summary>Takes over conductances and factors the lines.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="source">Rows of conductances [S].</param>
    /// <param name="sourceStride">Their distance.</param>
    /// <exception cref="ArgumentException">A conductance is negative, infinite or not a number.</exception>
    public void Load<T>(ReadOnlySpan<T> source, int sourceStride)
        where T : unmanaged
    {
        above.Span.Fill(Bit.First);
        for (var group = 0; group < Blocks; group++)
        {
            var first = group * WordLines.Rows;
            var count = Math.Min(WordLines.Rows, Rows - first);
            for (var i = 0; i < count; i++)
            {
                Copy(source.Slice((first + i) * sourceStride, Columns), block.Span.Slice(i * Stride, Columns), first + i);
            }

            block.Span[(count * Stride)..].Clear();
            WordLines.Interleave(ref block.First, Stride, ref Cells(group), Width);
            Factor(group, count);
        }
    }

    /// <summary>Replaces the cells of a group by others that stand in rows, and factors its lines; groups follow each other from 0 on.</summary>
    /// <param name="group">The group.</param>
    /// <param name="rows">[8 × Stride] [S].</param>
    public void Replace(int group, ref double rows)
    {
        if (group == 0)
        {
            above.Span.Fill(Bit.First);
        }

        MemoryMarshal.CreateReadOnlySpan(ref rows, block.Length).CopyTo(block.Span);
        WordLines.Interleave(ref block.First, Stride, ref Cells(group), Width);
        Factor(group, Math.Min(WordLines.Rows, Rows - (group * WordLines.Rows)));
    }

    private void Factor(int group, int count)
    {
        if (!Word.Ideal)
        {
            WordLines.Factor(ref Cells(group), ref WordFactors(group), Word, Columns, Width);
        }

        for (var i = 0; i < count && !Bit.Ideal; i++)
        {
            var row = (group * WordLines.Rows) + i;
            ref var conductance = ref Unsafe.Add(ref block.First, i * Stride);
            if (row == Rows - 1)
            {
                BitLines.FactorLast(ref BitFactors(row), ref conductance, ref above.First, Bit.Last, Width);
            }
            else
            {
                BitLines.Factor(ref BitFactors(row), ref conductance, ref above.First, Bit.Segment, Width);
            }
        }
    }

    private int CellAt(int row, int column) =>
        (((row / WordLines.Rows * Width) + column) * WordLines.Rows) + (row % WordLines.Rows);

    private static void Copy<T>(ReadOnlySpan<T> from, Span<double> to, int row)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double))
        {
            MemoryMarshal.Cast<T, double>(from).CopyTo(to);
        }
        else
        {
            var singles = MemoryMarshal.Cast<T, float>(from);
            for (var j = 0; j < to.Length; j++)
            {
                to[j] = singles[j];
            }
        }

        for (var j = 0; j < to.Length; j++)
        {
            if (!(to[j] >= 0 && to[j] <= double.MaxValue))
            {
                throw new ArgumentException($"The conductance of row {row}, column {j} is {to[j]} S, expected 0 or above, and finite.");
            }
        }
    }
}
