using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DevicePhys.Arrays.Wires;

/// <summary>Dense algebra on panels: twelve columns of a matrix, row after row, in one straight run of memory.</summary>
/// <remarks>
/// Everything rests on one product: four columns of one panel (broadcast) by the twelve of another, 12 sums in registers, so that Cholesky
/// factors, triangular solves and symmetric updates all run near the speed of a matrix product.
/// </remarks>
internal static class PanelKernels
{
    /// <summary>Columns of a panel.</summary>
    public const int Width = 12;

    /// <summary>Columns that are eliminated together.</summary>
    public const int Strip = 4;

    /// <summary>Subtracts from four rows the products of four columns with twelve: target(i, j) −= sum over k of left(k, i) × right(k, j).</summary>
    /// <param name="left">Four columns inside a panel.</param>
    /// <param name="right">A panel.</param>
    /// <param name="depth">Rows of both.</param>
    /// <param name="target">Four rows of twelve.</param>
    /// <param name="targetStep">Their distance.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Subtract(ref double left, ref double right, int depth, ref double target, nint targetStep)
    {
        Vector256<double> a0 = default, a1 = default, a2 = default, b0 = default, b1 = default, b2 = default;
        Vector256<double> c0 = default, c1 = default, c2 = default, d0 = default, d1 = default, d2 = default;
        nint at = 0;
        var k = depth;
        for (; k >= 4; k -= 4, at += 4 * Width)
        {
            Step(ref left, ref right, at, ref a0, ref a1, ref a2, ref b0, ref b1, ref b2, ref c0, ref c1, ref c2, ref d0, ref d1, ref d2);
            Step(ref left, ref right, at + Width, ref a0, ref a1, ref a2, ref b0, ref b1, ref b2, ref c0, ref c1, ref c2, ref d0, ref d1, ref d2);
            Step(ref left, ref right, at + (2 * Width), ref a0, ref a1, ref a2, ref b0, ref b1, ref b2, ref c0, ref c1, ref c2, ref d0, ref d1, ref d2);
            Step(ref left, ref right, at + (3 * Width), ref a0, ref a1, ref a2, ref b0, ref b1, ref b2, ref c0, ref c1, ref c2, ref d0, ref d1, ref d2);
        }

        for (; k > 0; k--, at += Width)
        {
            Step(ref left, ref right, at, ref a0, ref a1, ref a2, ref b0, ref b1, ref b2, ref c0, ref c1, ref c2, ref d0, ref d1, ref d2);
        }

        Less(ref target, a0, a1, a2);
        Less(ref Unsafe.Add(ref target, targetStep), b0, b1, b2);
        Less(ref Unsafe.Add(ref target, 2 * targetStep), c0, c1, c2);
        Less(ref Unsafe.Add(ref target, 3 * targetStep), d0, d1, d2);
    }

    /// <summary>Divides four rows of a panel by a triangular block: what is left of a forward substitution after <see cref="Subtract"/>.</summary>
    /// <param name="diagonal">The 4 × 4 block of the factor, upper triangle, inside a panel.</param>
    /// <param name="inverses">The inverses of its diagonal.</param>
    /// <param name="rows">Four rows of a panel.</param>
    /// <param name="from">The first column to divide, a multiple of 4.</param>
    public static void Divide(ref double diagonal, ref double inverses, ref double rows, int from)
    {
        for (nint j = from; j < Width; j += 4)
        {
            ref var row = ref Unsafe.Add(ref rows, j);
            var a = Load(ref row, 0) * inverses;
            var b = (Load(ref row, Width) - (a * Unsafe.Add(ref diagonal, 1))) * Unsafe.Add(ref inverses, 1);
            var c = (Load(ref row, 2 * Width) - (a * Unsafe.Add(ref diagonal, 2)) - (b * Unsafe.Add(ref diagonal, Width + 2)))
                * Unsafe.Add(ref inverses, 2);
            var d = (Load(ref row, 3 * Width) - (a * Unsafe.Add(ref diagonal, 3)) - (b * Unsafe.Add(ref diagonal, Width + 3))
                - (c * Unsafe.Add(ref diagonal, (2 * Width) + 3))) * Unsafe.Add(ref inverses, 3);
            a.StoreUnsafe(ref row);
            b.StoreUnsafe(ref row, Width);
            c.StoreUnsafe(ref row, 2 * Width);
            d.StoreUnsafe(ref row, 3 * Width);
        }
    }

    /// <summary>The Cholesky factor of a 4 × 4 block, upper triangle, in place.</summary>
    /// <param name="block">The block, inside a panel.</param>
    /// <param name="inverses">[4]: the inverses of the factor's diagonal, filled.</param>
    public static void Factor(ref double block, ref double inverses)
    {
        for (var k = 0; k < Strip; k++)
        {
            for (var j = k; j < Strip; j++)
            {
                ref var element = ref Unsafe.Add(ref block, (k * Width) + j);
                for (var i = 0; i < k; i++)
                {
                    element -= Unsafe.Add(ref block, (i * Width) + k) * Unsafe.Add(ref block, (i * Width) + j);
                }

                if (j == k)
                {
                    element = Math.Sqrt(element);
                    Unsafe.Add(ref inverses, k) = 1 / element;
                }
                else
                {
                    element *= Unsafe.Add(ref inverses, k);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(
        ref double left, ref double right, nint at,
        ref Vector256<double> a0, ref Vector256<double> a1, ref Vector256<double> a2,
        ref Vector256<double> b0, ref Vector256<double> b1, ref Vector256<double> b2,
        ref Vector256<double> c0, ref Vector256<double> c1, ref Vector256<double> c2,
        ref Vector256<double> d0, ref Vector256<double> d1, ref Vector256<double> d2)
    {
        var r0 = Load(ref right, at);
        var r1 = Load(ref right, at + 4);
        var r2 = Load(ref right, at + 8);
        var x = Vector256.Create(Unsafe.Add(ref left, at));
        a0 = Vector256.MultiplyAddEstimate(x, r0, a0);
        a1 = Vector256.MultiplyAddEstimate(x, r1, a1);
        a2 = Vector256.MultiplyAddEstimate(x, r2, a2);
        x = Vector256.Create(Unsafe.Add(ref left, at + 1));
        b0 = Vector256.MultiplyAddEstimate(x, r0, b0);
        b1 = Vector256.MultiplyAddEstimate(x, r1, b1);
        b2 = Vector256.MultiplyAddEstimate(x, r2, b2);
        x = Vector256.Create(Unsafe.Add(ref left, at + 2));
        c0 = Vector256.MultiplyAddEstimate(x, r0, c0);
        c1 = Vector256.MultiplyAddEstimate(x, r1, c1);
        c2 = Vector256.MultiplyAddEstimate(x, r2, c2);
        x = Vector256.Create(Unsafe.Add(ref left, at + 3));
        d0 = Vector256.MultiplyAddEstimate(x, r0, d0);
        d1 = Vector256.MultiplyAddEstimate(x, r1, d1);
        d2 = Vector256.MultiplyAddEstimate(x, r2, d2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Less(ref double target, Vector256<double> a, Vector256<double> b, Vector256<double> c)
    {
        (Load(ref target, 0) - a).StoreUnsafe(ref target);
        (Load(ref target, 4) - b).StoreUnsafe(ref target, 4);
        (Load(ref target, 8) - c).StoreUnsafe(ref target, 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Load(ref double first, nint offset) => Vector256.LoadUnsafe(ref Unsafe.Add(ref first, offset));
}
