using System.Runtime.CompilerServices;

namespace DevicePhys.Arrays.Kernels;

/// <summary>Cuts a product with a matrix of few columns into pairs of rows and fives of columns.</summary>
internal static class DotDriver<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    private const int Tile = DotTile<TLanes, TVector>.Columns;

    /// <summary>The product of any number of rows.</summary>
    public static void Run(ReadOnlySpan<float> a, int rows, PackedMatrix b, Span<float> c)
    {
        Span<float> tail = stackalloc float[2 * TLanes.Count];
        Span<float> sums = stackalloc float[2 * Tile];
        tail.Clear();
        var whole = b.Rows / TLanes.Count * TLanes.Count;
        for (var row = 0; row < rows; row += 2)
        {
            var pair = row + 1 < rows;
            var first = a.Slice(row * b.Rows, b.Rows);
            var second = pair ? a.Slice((row + 1) * b.Rows, b.Rows) : first;
            first[whole..].CopyTo(tail);
            second[whole..].CopyTo(tail[TLanes.Count..]);
            for (var column = 0; column < b.Columns; column += Tile)
            {
                ref var from = ref Unsafe.AsRef(in b.Values[b.At(0, column)]);
                if (pair)
                {
                    DotTile<TLanes, TVector>.Two(ref Unsafe.AsRef(in first[0]), ref Unsafe.AsRef(in second[0]), ref tail[0], b.Rows, ref from, b.Depth, ref sums[0]);
                }
                else
                {
                    DotTile<TLanes, TVector>.One(ref Unsafe.AsRef(in first[0]), ref tail[0], b.Rows, ref from, b.Depth, ref sums[0]);
                }

                var width = Math.Min(Tile, b.Columns - column);
                sums[..width].CopyTo(c[((row * b.Columns) + column)..]);
                if (pair)
                {
                    sums.Slice(Tile, width).CopyTo(c[(((row + 1) * b.Columns) + column)..]);
                }
            }
        }
    }
}
