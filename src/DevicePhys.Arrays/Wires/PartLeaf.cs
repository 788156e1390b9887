using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DevicePhys.Arrays.Wires;

/// <summary>The smallest parts: up to 4 × 4 cells, their nodes eliminated one by one.</summary>
internal static class PartLeaf
{
    /// <summary>Rows and columns of the largest leaf.</summary>
    public const int Side = 4;

    /// <summary>16 terminals and 32 nodes.</summary>
    private const int Size = (4 * Side) + (2 * Side * Side);

    public static void Fill(WirePlanes wires, int row, int rows, int column, int columns, ArrayPart part)
    {
        var (firstColumn, lastColumn) = (column == 0, column + columns == wires.Columns);
        var (firstRow, lastRow) = (row == 0, row + rows == wires.Rows);
        part.Open(
            firstColumn && wires.Word.First == 0 ? 0 : rows,
            lastColumn && wires.Word.Last == 0 ? 0 : rows,
            firstRow && wires.Bit.First == 0 ? 0 : columns,
            lastRow && wires.Bit.Last == 0 ? 0 : columns,
            (firstColumn, lastColumn, firstRow, lastRow));

        // Where the part ends inside the array its last nodes are the terminals; everywhere else nodes come behind the terminals.
        Span<double> matrix = stackalloc double[Size * Size];
        Span<int> word = stackalloc int[Side * Side], bit = stackalloc int[Side * Side];
        var count = part.Count;
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                word[(i * Side) + j] = j == columns - 1 && !lastColumn ? part.RightAt + i : count++;
                bit[(i * Side) + j] = i == rows - 1 && !lastRow ? part.BottomAt + j : count++;
            }
        }

        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                var (w, b) = (word[(i * Side) + j], bit[(i * Side) + j]);
                Join(matrix, w, b, wires.Cell(row + i, column + j));
                var before = j > 0 ? word[(i * Side) + j - 1] : part.Left > 0 ? i : -1;
                Join(matrix, before, w, firstColumn && j == 0 ? wires.Word.First : 1 / wires.Word.Segment);
                before = i > 0 ? bit[((i - 1) * Side) + j] : part.Top > 0 ? part.TopAt + j : -1;
                Join(matrix, before, b, firstRow && i == 0 ? wires.Bit.First : 1 / wires.Bit.Segment);
                Join(matrix, w, lastColumn && j == columns - 1 && part.Right > 0 ? part.RightAt + i : -1, wires.Word.Last);
                Join(matrix, b, lastRow && i == rows - 1 && part.Bottom > 0 ? part.BottomAt + j : -1, wires.Bit.Last);
            }
        }

        for (var node = count - 1; node >= part.Count; node--)
        {
            Eliminate(ref matrix[0], node);
        }

        for (var i = 0; i < part.Count; i++)
        {
            matrix.Slice(i * Size, part.Count).CopyTo(part.Matrix.AsSpan(i * part.Stride));
        }
    }

    private static void Join(Span<double> matrix, int a, int b, double conductance)
    {
        if (a < 0 || b < 0)
        {
            return;
        }

        matrix[(a * Size) + a] += conductance;
        matrix[(b * Size) + b] += conductance;
        matrix[(a * Size) + b] -= conductance;
        matrix[(b * Size) + a] -= conductance;
    }

    /// <summary>Takes out a node that has none behind it.</summary>
    private static void Eliminate(ref double matrix, int node)
    {
        ref var row = ref Unsafe.Add(ref matrix, node * Size);
        var inverse = 1 / Unsafe.Add(ref row, node);
        for (var i = 0; i < node; i++)
        {
            var coupling = Unsafe.Add(ref row, i);
            if (coupling == 0)
            {
                continue;
            }

            var share = Vector256.Create(-coupling * inverse);
            ref var target = ref Unsafe.Add(ref matrix, i * Size);
            for (nint j = 0; j < node; j += 4)
            {
                Vector256.MultiplyAddEstimate(share, Vector256.LoadUnsafe(ref Unsafe.Add(ref row, j)), Vector256.LoadUnsafe(ref Unsafe.Add(ref target, j)))
                    .StoreUnsafe(ref Unsafe.Add(ref target, j));
            }
        }
    }
}
