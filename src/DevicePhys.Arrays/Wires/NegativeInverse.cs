using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DevicePhys.Arrays.Wires;

/// <summary>Inverses of symmetric positive definite matrices of at most twelve rows, with the opposite sign.</summary>
/// <remarks>Gauss and Jordan in place, without pivots: stable for such matrices.</remarks>
internal static class NegativeInverse
{
    private const int Width = PanelKernels.Width;

    /// <summary>−(1 + factor × matrix)⁻¹.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="matrix">[size × 12]; columns beyond the size are 0.</param>
    /// <param name="size">Rows.</param>
    /// <param name="inverse">[size × 12], filled.</param>
    public static void OfOnePlus(double factor, ref double matrix, int size, ref double inverse)
    {
        var scale = Vector256.Create(-factor);
        for (nint i = 0; i < size; i++)
        {
            ref var unit = ref LaneMasks.One((int)i);
            for (nint j = 0; j < Width; j += 4)
            {
                Store(Vector256.MultiplyAddEstimate(scale, Load(ref matrix, (i * Width) + j), -Load(ref unit, j)), ref inverse, (i * Width) + j);
            }
        }

        Invert(ref inverse, size);
    }

    /// <summary>−matrix⁻¹.</summary>
    public static void Of(ref double matrix, int size, ref double inverse)
    {
        for (nint i = 0; i < size * Width; i += 4)
        {
            Store(-Load(ref matrix, i), ref inverse, i);
        }

        Invert(ref inverse, size);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Invert(ref double matrix, int size)
    {
        for (nint k = 0; k < size; k++)
        {
            ref var pivot = ref Unsafe.Add(ref matrix, k * Width);
            ref var unit = ref LaneMasks.One((int)k);
            var p = Vector256.Create(1 / Unsafe.Add(ref pivot, k));
            var (r0, r1, r2) = (Load(ref pivot, 0) * p, Load(ref pivot, 4) * p, Load(ref pivot, 8) * p);
            var (u0, u1, u2) = (Load(ref unit, 0), Load(ref unit, 4), Load(ref unit, 8));
            var (m0, m1, m2) = (Vector256.Equals(u0, Vector256<double>.One), Vector256.Equals(u1, Vector256<double>.One), Vector256.Equals(u2, Vector256<double>.One));

            // In column k the pivot row holds 1 + p for the others: what they lose there, m·(1 + p), leaves −m·p without a masked load.
            Store(Vector256.ConditionalSelect(m0, p, r0), ref pivot, 0);
            Store(Vector256.ConditionalSelect(m1, p, r1), ref pivot, 4);
            Store(Vector256.ConditionalSelect(m2, p, r2), ref pivot, 8);
            r0 = Vector256.MultiplyAddEstimate(u0, p, r0);
            r1 = Vector256.MultiplyAddEstimate(u1, p, r1);
            r2 = Vector256.MultiplyAddEstimate(u2, p, r2);
            for (nint i = 0; i < size; i++)
            {
                if (i == k)
                {
                    continue;
                }

                ref var row = ref Unsafe.Add(ref matrix, i * Width);
                var m = Vector256.Create(-Unsafe.Add(ref row, k));
                Store(Vector256.MultiplyAddEstimate(m, r0, Load(ref row, 0)), ref row, 0);
                Store(Vector256.MultiplyAddEstimate(m, r1, Load(ref row, 4)), ref row, 4);
                Store(Vector256.MultiplyAddEstimate(m, r2, Load(ref row, 8)), ref row, 8);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Load(ref double first, nint offset) => Vector256.LoadUnsafe(ref Unsafe.Add(ref first, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<double> value, ref double first, nint offset) => value.StoreUnsafe(ref Unsafe.Add(ref first, offset));
}
