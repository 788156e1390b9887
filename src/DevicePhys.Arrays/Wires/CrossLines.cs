using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DevicePhys.Arrays.Wires;

/// <summary>Short lines of at most twelve nodes: their factors, and what they with their cells are seen as from the lines they cross.</summary>
/// <remarks>
/// A line with its cells to ground is a tridiagonal matrix A, factored as in <see cref="BitLines"/>: f = 1/(1 + segment × e), the last one 1/e. With v(k) the diagonal of the inverse, found
/// backwards as v(k) = f(k)·(segment + f(k)·v(k+1)), element (j, k) of the inverse, j below k, is f(j)·…·f(k−1)·v(k): whole rows follow from their neighbours by one product.
/// </remarks>
internal static class CrossLines
{
    private const int Width = PanelKernels.Width;

    /// <summary>Factors four lines.</summary>
    /// <param name="cells">Four rows of twelve [S].</param>
    /// <param name="factors">Four rows of twelve, filled.</param>
    /// <param name="diagonal">Four rows of twelve, filled: the diagonal of the inverse [Ohm].</param>
    /// <param name="line">The line.</param>
    /// <param name="nodes">Its nodes.</param>
    public static void Factor(ref double cells, ref double factors, ref double diagonal, Line line, int nodes)
    {
        var (resistance, one) = (Vector256.Create(line.Segment), Vector256<double>.One);
        var seen = Vector256.Create(line.First);
        for (var k = 0; k < nodes; k++)
        {
            seen += Turn(ref cells, k);
            var last = k == nodes - 1;
            var factor = one / (last ? seen + Vector256.Create(line.Last) : Vector256.MultiplyAddEstimate(resistance, seen, one));
            Turn(factor, ref factors, k);
            seen *= factor;
        }

        Vector256<double> inverse = default;
        for (var k = nodes - 1; k >= 0; k--)
        {
            var factor = Turn(ref factors, k);
            inverse = k == nodes - 1 ? factor : factor * Vector256.MultiplyAddEstimate(factor, inverse, resistance);
            Turn(inverse, ref diagonal, k);
        }
    }

    /// <summary>The conductance matrix that one line with its cells puts between the lines it crosses, and what reaches its ends.</summary>
    /// <param name="cells">[12] [S].</param>
    /// <param name="factors">[12].</param>
    /// <param name="diagonal">[12] [Ohm].</param>
    /// <param name="line">The line.</param>
    /// <param name="nodes">Its nodes.</param>
    /// <param name="conductance">[nodes × 12], filled [S].</param>
    /// <param name="ends">[12], filled: current at the connected ends for 1 V on each crossed line [S].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Conductance(
        ref double cells, ref double factors, ref double diagonal, Line line, int nodes, ref double conductance, ref double ends)
    {
        // Rows of the inverse up to the diagonal, from the first one on.
        Vector256<double> a = default, b = default, c = default;
        for (nint j = 0; j < nodes; j++)
        {
            ref var unit = ref LaneMasks.One((int)j);
            a += Load(ref unit, 0);
            b += Load(ref unit, 4);
            c += Load(ref unit, 8);
            var v = Vector256.Create(Unsafe.Add(ref diagonal, j));
            ref var row = ref Unsafe.Add(ref conductance, j * Width);
            Store(v * a, ref row, 0);
            Store(v * b, ref row, 4);
            Store(v * c, ref row, 8);
            var f = Vector256.Create(Unsafe.Add(ref factors, j));
            (a, b, c) = (f * a, f * b, f * c);
        }

        // What stands behind the diagonal, from the last row on; then the cells on both sides of the inverse.
        (a, b, c) = (default, default, default);
        var (d0, d1, d2) = (Load(ref cells, 0), Load(ref cells, 4), Load(ref cells, 8));
        Vector256<double> e0 = default, e1 = default, e2 = default;
        for (nint j = nodes - 1; j >= 0; j--)
        {
            var f = Vector256.Create(Unsafe.Add(ref factors, j));
            (a, b, c) = (f * a, f * b, f * c);
            ref var row = ref Unsafe.Add(ref conductance, j * Width);
            var (r0, r1, r2) = ((Load(ref row, 0) + a) * d0, (Load(ref row, 4) + b) * d1, (Load(ref row, 8) + c) * d2);
            var share = (j == 0 ? line.First : 0) + (j == nodes - 1 ? line.Last : 0);
            if (share > 0)
            {
                var s = Vector256.Create(share);
                (e0, e1, e2) = (Vector256.MultiplyAddEstimate(s, r0, e0), Vector256.MultiplyAddEstimate(s, r1, e1), Vector256.MultiplyAddEstimate(s, r2, e2));
            }

            ref var unit = ref LaneMasks.One((int)j);
            var d = Vector256.Create(Unsafe.Add(ref cells, j));
            Store(d * (Load(ref unit, 0) - r0), ref row, 0);
            Store(d * (Load(ref unit, 4) - r1), ref row, 4);
            Store(d * (Load(ref unit, 8) - r2), ref row, 8);
            var v = Vector256.Create(Unsafe.Add(ref diagonal, j));
            a = Vector256.MultiplyAddEstimate(v, Load(ref unit, 0), a);
            b = Vector256.MultiplyAddEstimate(v, Load(ref unit, 4), b);
            c = Vector256.MultiplyAddEstimate(v, Load(ref unit, 8), c);
        }

        Store(e0, ref ends, 0);
        Store(e1, ref ends, 4);
        Store(e2, ref ends, 8);
    }

    private static Vector256<double> Turn(ref double rows, int k) => Vector256.Create(
        Unsafe.Add(ref rows, k), Unsafe.Add(ref rows, Width + k), Unsafe.Add(ref rows, (2 * Width) + k), Unsafe.Add(ref rows, (3 * Width) + k));

    private static void Turn(Vector256<double> lanes, ref double rows, int k)
    {
        for (var i = 0; i < 4; i++)
        {
            Unsafe.Add(ref rows, (i * Width) + k) = lanes[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Load(ref double first, nint offset) => Vector256.LoadUnsafe(ref Unsafe.Add(ref first, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<double> value, ref double first, nint offset) => value.StoreUnsafe(ref Unsafe.Add(ref first, offset));
}
