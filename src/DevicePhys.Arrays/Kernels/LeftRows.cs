using System.Runtime.CompilerServices;

namespace DevicePhys.Arrays.Kernels;

/// <summary>Copies left-hand rows into the order in which tiles read them.</summary>
internal static class LeftRows
{
    /// <summary>Rows of a tile.</summary>
    public const int TileRows = 6;

    /// <summary>Puts the elements of each tile side by side, step after step; rows missing from the last tile repeat its last one.</summary>
    /// <param name="from">The first row, with the others <paramref name="rowStep"/> apart.</param>
    /// <param name="height">Rows.</param>
    /// <param name="rowStep">Distance of rows.</param>
    /// <param name="depth">Elements of a row.</param>
    /// <param name="to">[tiles × depth × 6], filled.</param>
    public static void Pack(ReadOnlySpan<float> from, int height, int rowStep, int depth, Span<float> to)
    {
        for (var row = 0; row < height; row += TileRows)
        {
            var last = height - row - 1;
            var tile = to.Slice(row * depth, TileRows * depth);
            ref var r0 = ref Row(from, row, rowStep, depth);
            ref var r1 = ref Row(from, row + Math.Min(1, last), rowStep, depth);
            ref var r2 = ref Row(from, row + Math.Min(2, last), rowStep, depth);
            ref var r3 = ref Row(from, row + Math.Min(3, last), rowStep, depth);
            ref var r4 = ref Row(from, row + Math.Min(4, last), rowStep, depth);
            ref var r5 = ref Row(from, row + Math.Min(5, last), rowStep, depth);
            ref var target = ref tile[0];
            for (nint k = 0; k < depth; k++)
            {
                target = Unsafe.Add(ref r0, k);
                Unsafe.Add(ref target, 1) = Unsafe.Add(ref r1, k);
                Unsafe.Add(ref target, 2) = Unsafe.Add(ref r2, k);
                Unsafe.Add(ref target, 3) = Unsafe.Add(ref r3, k);
                Unsafe.Add(ref target, 4) = Unsafe.Add(ref r4, k);
                Unsafe.Add(ref target, 5) = Unsafe.Add(ref r5, k);
                target = ref Unsafe.Add(ref target, TileRows);
            }
        }
    }

    /// <summary>The first element of a row; the slice makes sure that the whole row is there.</summary>
    private static ref float Row(ReadOnlySpan<float> from, int row, int rowStep, int depth) =>
        ref Unsafe.AsRef(in from.Slice(row * rowStep, depth)[0]);
}
