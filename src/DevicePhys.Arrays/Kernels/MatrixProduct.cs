using System.Runtime.Intrinsics;

namespace DevicePhys.Arrays.Kernels;

/// <summary>Products of single-precision matrices at the speed of the machine.</summary>
/// <remarks>
/// The sums are taken in another order than in the plain product, and in one that depends on the vector width: results agree with it to
/// rounding (at most depth × 2⁻²⁴ × the sum of the absolute products), not to the bit. Thread safe; a product allocates nothing.
/// </remarks>
public static class MatrixProduct
{
    /// <summary>c = a·b, or the row-vector product when <paramref name="rows"/> is 1.</summary>
    /// <param name="a">[rows × b.Rows], row-major.</param>
    /// <param name="rows">Rows of a and c.</param>
    /// <param name="b">The right-hand matrix.</param>
    /// <param name="c">[rows × b.Columns], row-major, filled.</param>
    /// <exception cref="ArgumentException">A span has another length than its shape asks for.</exception>
    public static void Multiply(ReadOnlySpan<float> a, int rows, PackedMatrix b, Span<float> c)
    {
        Check(a, rows, b, c);
        switch (b.Lanes)
        {
            case 16:
                Run<Lanes512, Vector512<float>>(a, rows, b, c);
                break;
            case 8:
                Run<Lanes256, Vector256<float>>(a, rows, b, c);
                break;
            default:
                Run<Lanes128, Vector128<float>>(a, rows, b, c);
                break;
        }
    }

    /// <summary>The same as <see cref="Multiply"/>, written plainly: the reference it is compared with.</summary>
    /// <param name="a">[rows × depth], row-major.</param>
    /// <param name="b">[depth × columns], row-major.</param>
    /// <param name="c">[rows × columns], row-major, filled.</param>
    /// <param name="rows">Rows of a and c.</param>
    /// <param name="depth">Columns of a and rows of b.</param>
    /// <param name="columns">Columns of b and c.</param>
    public static void MultiplyPlain(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c, int rows, int depth, int columns)
    {
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                var sum = 0f;
                for (var k = 0; k < depth; k++)
                {
                    sum += a[(i * depth) + k] * b[(k * columns) + j];
                }

                c[(i * columns) + j] = sum;
            }
        }
    }

    private static void Run<TLanes, TVector>(ReadOnlySpan<float> a, int rows, PackedMatrix b, Span<float> c)
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        if (b.IsNarrow)
        {
            DotDriver<TLanes, TVector>.Run(a, rows, b, c);
        }
        else if (rows == 1)
        {
            ProductDriver<TLanes, TVector>.Row(a, b, c);
        }
        else
        {
            ProductDriver<TLanes, TVector>.Run(a, rows, b, c);
        }
    }

    private static void Check(ReadOnlySpan<float> a, int rows, PackedMatrix b, Span<float> c)
    {
        ArgumentNullException.ThrowIfNull(b);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        if (a.Length != (long)rows * b.Rows)
        {
            throw new ArgumentException($"The left-hand matrix has {a.Length} elements, expected {rows} × {b.Rows}.", nameof(a));
        }

        if (c.Length != (long)rows * b.Columns)
        {
            throw new ArgumentException($"The result has {c.Length} elements, expected {rows} × {b.Columns}.", nameof(c));
        }
    }
}
