using System.Buffers;

namespace DevicePhys.Arrays.Wires;

/// <summary>Joins two neighbouring parts and takes out the points where they meet.</summary>
/// <remarks>
/// With s the points where they meet and o the others, the joined part is C(oo) − C(os)·C(ss)⁻¹·C(so), C the sum of both: a Cholesky factor of
/// C(ss), a triangular solve for all others and a symmetric update. C(ss) is a positive definite M-matrix: no pivots are sought.
/// </remarks>
internal static class PartMerge
{
    private const int Width = PanelKernels.Width;

    /// <summary>Joins parts side by side.</summary>
    /// <param name="left">The part with the lower columns; closed.</param>
    /// <param name="right">The part with the higher columns and the same rows; closed.</param>
    /// <param name="joined">Opened and filled.</param>
    public static void Beside(ArrayPart left, ArrayPart right, ArrayPart joined)
    {
        joined.Open(
            left.Left, right.Right, left.Top + right.Top, left.Bottom + right.Bottom,
            (left.Outside.Left, right.Outside.Right, left.Outside.Top, left.Outside.Bottom));
        Run(
            new Side(left, left.RightAt, left.Right), new Side(right, 0, right.Left),
            [
                new(false, 0, left.Left), new(true, right.RightAt, right.Right),
                new(false, left.TopAt, left.Top), new(true, right.TopAt, right.Top),
                new(false, left.BottomAt, left.Bottom), new(true, right.BottomAt, right.Bottom),
            ],
            joined);
    }

    /// <summary>Joins parts one above the other.</summary>
    /// <param name="top">The part with the lower rows; closed.</param>
    /// <param name="bottom">The part with the higher rows and the same columns; closed.</param>
    /// <param name="joined">Opened and filled.</param>
    public static void Below(ArrayPart top, ArrayPart bottom, ArrayPart joined)
    {
        joined.Open(
            top.Left + bottom.Left, top.Right + bottom.Right, top.Top, bottom.Bottom,
            (top.Outside.Left, top.Outside.Right, top.Outside.Top, bottom.Outside.Bottom));
        Run(
            new Side(top, top.BottomAt, top.Bottom), new Side(bottom, bottom.TopAt, bottom.Top),
            [
                new(false, 0, top.Left), new(true, 0, bottom.Left),
                new(false, top.RightAt, top.Right), new(true, bottom.RightAt, bottom.Right),
                new(false, top.TopAt, top.Top), new(true, bottom.BottomAt, bottom.Bottom),
            ],
            joined);
    }

    private static void Run(Side a, Side b, ReadOnlySpan<Segment> segments, ArrayPart joined)
    {
        var padded = (a.Count + PanelKernels.Strip - 1) / PanelKernels.Strip * PanelKernels.Strip;
        var middlePanels = (padded + Width - 1) / Width;
        var otherPanels = joined.Stride / Width;
        var middle = ArrayPool<double>.Shared.Rent(middlePanels * padded * Width);
        var others = ArrayPool<double>.Shared.Rent(otherPanels * padded * Width);
        var inverses = ArrayPool<double>.Shared.Rent(padded);
        Gather(a, b, segments, middle.AsSpan(0, middlePanels * padded * Width), others.AsSpan(0, otherPanels * padded * Width), padded);
        Spread(a.Part, b.Part, segments, joined);
        Factor(middle, middlePanels, padded, inverses);
        for (var panel = 0; panel < otherPanels; panel++)
        {
            Substitute(middle, inverses, padded, others.AsSpan(panel * padded * Width, padded * Width));
        }

        Update(others, otherPanels, padded, joined);
        ArrayPool<double>.Shared.Return(middle);
        ArrayPool<double>.Shared.Return(others);
        ArrayPool<double>.Shared.Return(inverses);
        a.Part.Close();
        b.Part.Close();
    }

    /// <summary>Brings the rows of the points in the middle into panels: among themselves, and to all others.</summary>
    private static void Gather(Side a, Side b, ReadOnlySpan<Segment> segments, Span<double> middle, Span<double> others, int padded)
    {
        middle.Clear();
        others.Clear();
        for (var k = 0; k < padded; k++)
        {
            if (k >= a.Count)
            {
                // Rows that only fill up a strip stand alone.
                middle[(((k / Width * padded) + k) * Width) + (k % Width)] = 1;
                continue;
            }

            var rowA = a.Row(k);
            var rowB = b.Row(k);
            for (var j = 0; j < a.Count; j++)
            {
                middle[(((j / Width * padded) + k) * Width) + (j % Width)] = rowA[a.First + j] + rowB[b.First + j];
            }

            var column = 0;
            foreach (var segment in segments)
            {
                var from = (segment.OfSecond ? rowB : rowA).Slice(segment.First, segment.Count);
                while (from.Length > 0)
                {
                    var length = Math.Min(from.Length, Width - (column % Width));
                    from[..length].CopyTo(others[((((column / Width * padded) + k) * Width) + (column % Width))..]);
                    from = from[length..];
                    column += length;
                }
            }
        }
    }

    /// <summary>Lays the couplings that both parts already have into the joined matrix.</summary>
    private static void Spread(ArrayPart a, ArrayPart b, ReadOnlySpan<Segment> segments, ArrayPart joined)
    {
        var row = 0;
        foreach (var rows in segments)
        {
            var part = rows.OfSecond ? b : a;
            for (var i = 0; i < rows.Count; i++, row++)
            {
                var from = part.Matrix.AsSpan((rows.First + i) * part.Stride, part.Stride);
                var to = joined.Matrix.AsSpan(row * joined.Stride, joined.Stride);
                var column = 0;
                foreach (var columns in segments)
                {
                    var target = to.Slice(column, columns.Count);
                    if (columns.OfSecond == rows.OfSecond)
                    {
                        from.Slice(columns.First, columns.Count).CopyTo(target);
                    }
                    else
                    {
                        target.Clear();
                    }

                    column += columns.Count;
                }
            }
        }
    }

    private static void Factor(Span<double> middle, int panels, int size, Span<double> inverses)
    {
        for (var strip = 0; strip < size; strip += PanelKernels.Strip)
        {
            ref var left = ref middle[(strip / Width * size * Width) + (strip % Width)];
            for (var panel = strip / Width; panel < panels; panel++)
            {
                ref var right = ref middle[panel * size * Width];
                PanelKernels.Subtract(ref left, ref right, strip, ref middle[((panel * size) + strip) * Width], Width);
                ref var diagonal = ref middle[(((strip / Width * size) + strip) * Width) + (strip % Width)];
                if (panel == strip / Width)
                {
                    PanelKernels.Factor(ref diagonal, ref inverses[strip]);
                }

                // In its own panel only the columns behind the strip are still to be divided.
                var behind = panel == strip / Width ? (strip % Width) + PanelKernels.Strip : 0;
                if (behind < Width)
                {
                    PanelKernels.Divide(ref diagonal, ref inverses[strip], ref middle[((panel * size) + strip) * Width], behind);
                }
            }
        }
    }

    private static void Substitute(Span<double> middle, Span<double> inverses, int size, Span<double> panel)
    {
        for (var strip = 0; strip < size; strip += PanelKernels.Strip)
        {
            ref var left = ref middle[(strip / Width * size * Width) + (strip % Width)];
            PanelKernels.Subtract(ref left, ref panel[0], strip, ref panel[strip * Width], Width);
            ref var diagonal = ref middle[(((strip / Width * size) + strip) * Width) + (strip % Width)];
            PanelKernels.Divide(ref diagonal, ref inverses[strip], ref panel[strip * Width], 0);
        }
    }

    /// <summary>Takes what flows through the middle off the couplings: upper triangle by panels, then mirrored.</summary>
    private static void Update(Span<double> others, int panels, int depth, ArrayPart joined)
    {
        for (var second = 0; second < panels; second++)
        {
            ref var right = ref others[second * depth * Width];
            for (var first = 0; first <= second; first++)
            {
                if (Unasked(joined, first, second))
                {
                    continue;
                }

                for (var strip = 0; strip < Width && (first * Width) + strip < joined.Count; strip += PanelKernels.Strip)
                {
                    ref var target = ref joined.Matrix[(((first * Width) + strip) * joined.Stride) + (second * Width)];
                    PanelKernels.Subtract(ref others[(first * depth * Width) + strip], ref right, depth, ref target, joined.Stride);
                }

                if (first < second)
                {
                    Mirror(joined, first * Width, second * Width);
                }
            }
        }
    }

    private static void Mirror(ArrayPart joined, int row, int column)
    {
        var matrix = joined.Matrix;
        for (var j = column; j < Math.Min(column + Width, joined.Count); j++)
        {
            var to = matrix.AsSpan((j * joined.Stride) + row, Width);
            for (var i = 0; i < to.Length; i++)
            {
                to[i] = matrix[((row + i) * joined.Stride) + j];
            }
        }
    }

    /// <summary>Whether all terminals of two panels are drivers, or all are sense inputs.</summary>
    private static bool Unasked(ArrayPart part, int first, int second) =>
        (Drivers(part, first) && Drivers(part, second)) || (Sensed(part, first) && Sensed(part, second));

    private static bool Drivers(ArrayPart part, int panel) =>
        Inside(panel, part.Outside.Left ? 0 : part.RightAt, part.Outside.Right ? part.TopAt : part.RightAt);

    private static bool Sensed(ArrayPart part, int panel) =>
        Inside(panel, part.Outside.Top ? part.TopAt : part.BottomAt, part.Outside.Bottom ? part.Count : part.BottomAt);

    private static bool Inside(int panel, int from, int to) => panel * Width >= from && (panel + 1) * Width <= to;

    /// <summary>One part with the place of the terminals that meet the other part.</summary>
    private readonly record struct Side(ArrayPart Part, int First, int Count)
    {
        public ReadOnlySpan<double> Row(int k) => Part.Matrix.AsSpan((First + k) * Part.Stride, Part.Count);
    }

    /// <summary>Terminals that stay: some of the first part or of the second.</summary>
    private readonly record struct Segment(bool OfSecond, int First, int Count);
}
