using System.Buffers;
using System.Runtime.CompilerServices;

namespace DevicePhys.Arrays.Kernels;

/// <summary>Cuts a product into tiles whose data stay in the caches.</summary>
internal static class ProductDriver<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    /// <summary>Rows of the left-hand matrix that are kept in the second-level cache while the panels pass.</summary>
    private const int GroupRows = 16 * TileRows;

    /// <summary>Rows this far apart (4 KB) fall into the same few lines of the first-level cache.</summary>
    private const int FarApart = 1024;

    /// <summary>From this many panels on, copying the left-hand rows into the order of the tiles costs less than it saves.</summary>
    private const int PanelsWorthPacking = 16;

    private const int TileRows = LeftRows.TileRows;

    private static int PanelWidth => 2 * TLanes.Count;

    /// <summary>The product of several rows.</summary>
    public static void Run(ReadOnlySpan<float> a, int rows, PackedMatrix b, Span<float> c)
    {
        var pack = b.Rows >= FarApart && b.Columns >= PanelsWorthPacking * PanelWidth;
        var packed = pack ? ArrayPool<float>.Shared.Rent(GroupRows * b.Depth) : [];

        // Sums that reach beyond the result's edge: the last panel's, and those of a last tile with fewer rows.
        Span<float> margin = stackalloc float[GroupRows * PanelWidth];
        Span<float> corner = stackalloc float[TileRows * PanelWidth];
        for (var group = 0; group < rows; group += GroupRows)
        {
            var height = Math.Min(GroupRows, rows - group);
            var to = c.Slice(group * b.Columns, height * b.Columns);
            for (var block = 0; block < b.Rows; block += b.Depth)
            {
                var depth = Math.Min(b.Depth, b.Rows - block);
                var from = a[((group * b.Rows) + block)..];
                if (pack)
                {
                    LeftRows.Pack(from, height, b.Rows, depth, packed);
                    from = packed;
                }

                var step = pack ? 1 : b.Rows;
                var depthStep = pack ? TileRows : 1;
                for (var column = 0; column < b.Columns; column += PanelWidth)
                {
                    var part = new Part(height, step, depthStep, depth, block > 0);
                    ref var panel = ref Unsafe.AsRef(in b.Values[(block * b.PaddedColumns) + (column * depth)]);
                    if (column + PanelWidth <= b.Columns)
                    {
                        Inside(from, ref panel, part, to[column..], b.Columns, corner);
                    }
                    else
                    {
                        Margin(from, ref panel, part, b.PaddedColumns - column, margin);
                    }
                }
            }

            KeepMargin(margin, height, b, to);
        }

        if (pack)
        {
            ArrayPool<float>.Shared.Return(packed);
        }
    }

    /// <summary>The product of one row.</summary>
    public static void Row(ReadOnlySpan<float> a, PackedMatrix b, Span<float> c)
    {
        Span<float> margin = stackalloc float[PanelWidth];
        for (var block = 0; block < b.Rows; block += b.Depth)
        {
            var depth = Math.Min(b.Depth, b.Rows - block);
            ref var x = ref Unsafe.AsRef(in a[block]);
            for (var column = 0; column < b.Columns; column += PanelWidth)
            {
                ref var panel = ref Unsafe.AsRef(in b.Values[(block * b.PaddedColumns) + (column * depth)]);
                if (column + (4 * PanelWidth) <= b.Columns)
                {
                    ProductRow<TLanes, TVector>.Four(ref x, ref panel, depth, ref c[column], block > 0);
                    column += 3 * PanelWidth;
                    continue;
                }

                ref var target = ref column + PanelWidth <= b.Columns ? ref c[column] : ref margin[0];
                if (b.PaddedColumns - column == TLanes.Count)
                {
                    ProductRow<TLanes, TVector>.Narrow(ref x, ref panel, depth, ref target, block > 0);
                }
                else
                {
                    ProductRow<TLanes, TVector>.Wide(ref x, ref panel, depth, ref target, block > 0);
                }
            }
        }

        KeepMargin(margin, 1, b, c);
    }

    private static void Inside(ReadOnlySpan<float> a, ref float panel, Part part, Span<float> c, int columns, Span<float> corner)
    {
        for (var row = 0; row < part.Rows; row += TileRows)
        {
            ref var first = ref Unsafe.AsRef(in a[part.At(row)]);
            var there = Math.Min(TileRows, part.Rows - row);
            if (there == TileRows)
            {
                ProductTile<TLanes, TVector>.Wide(
                    ref first, there, part.RowStep, part.DepthStep, ref panel, part.Depth, ref c[row * columns], columns, part.Add);
                continue;
            }

            ProductTile<TLanes, TVector>.Wide(
                ref first, there, part.RowStep, part.DepthStep, ref panel, part.Depth, ref corner[0], PanelWidth, add: false);
            for (var i = 0; i < there; i++)
            {
                var to = c.Slice((row + i) * columns, PanelWidth);
                for (var j = 0; j < PanelWidth; j++)
                {
                    to[j] = corner[(i * PanelWidth) + j] + (part.Add ? to[j] : 0);
                }
            }
        }
    }

    private static void Margin(ReadOnlySpan<float> a, ref float panel, Part part, int width, Span<float> margin)
    {
        for (var row = 0; row < part.Rows; row += TileRows)
        {
            ref var first = ref Unsafe.AsRef(in a[part.At(row)]);
            var there = Math.Min(TileRows, part.Rows - row);
            ref var target = ref margin[row * PanelWidth];
            if (width == TLanes.Count)
            {
                ProductTile<TLanes, TVector>.Narrow(
                    ref first, there, part.RowStep, part.DepthStep, ref panel, part.Depth, ref target, PanelWidth, part.Add);
            }
            else
            {
                ProductTile<TLanes, TVector>.Wide(
                    ref first, there, part.RowStep, part.DepthStep, ref panel, part.Depth, ref target, PanelWidth, part.Add);
            }
        }
    }

    private static void KeepMargin(ReadOnlySpan<float> margin, int rows, PackedMatrix b, Span<float> c)
    {
        var width = b.Columns % PanelWidth;
        if (width == 0)
        {
            return;
        }

        for (var i = 0; i < rows; i++)
        {
            margin.Slice(i * PanelWidth, width).CopyTo(c[(((i + 1) * b.Columns) - width)..]);
        }
    }

    /// <summary>What a pass over one panel needs to know about the left-hand rows.</summary>
    private readonly record struct Part(int Rows, int RowStep, int DepthStep, int Depth, bool Add)
    {
        /// <summary>Where a tile begins; packed tiles stand one after the other.</summary>
        public int At(int row) => row * (RowStep == 1 && DepthStep == TileRows ? Depth : RowStep);
    }
}
