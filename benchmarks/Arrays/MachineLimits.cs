using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DevicePhys.Benchmarks.Arrays;

/// <summary>What one core of this machine can do at most: multiply-adds in registers, and reading.</summary>
internal static class MachineLimits
{
    /// <summary>Single-precision multiply-adds of the widest vectors, two operations each [1/s].</summary>
    public static double SinglePeak() => Vector512.IsHardwareAccelerated
        ? 2.0 * 16 * 12 * Rounds / BestOf.Seconds(Wide)
        : 2.0 * 8 * 12 * Rounds / BestOf.Seconds(Narrow);

    /// <summary>Bytes per second read from a block of doubles.</summary>
    public static double Read(int bytes)
    {
        var values = new double[bytes / sizeof(double)];
        return bytes / BestOf.Seconds(() => sink = Sum(values), 0.3);
    }

    private const int Rounds = 100_000;
    private static double sink;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Sum(double[] values)
    {
        Vector256<double> a = default, b = default, c = default, d = default;
        ref var first = ref MemoryMarshal.GetArrayDataReference(values);
        for (nint i = 0; i + 16 <= values.Length; i += 16)
        {
            a += Vector256.LoadUnsafe(ref first, (nuint)i);
            b += Vector256.LoadUnsafe(ref first, (nuint)i + 4);
            c += Vector256.LoadUnsafe(ref first, (nuint)i + 8);
            d += Vector256.LoadUnsafe(ref first, (nuint)i + 12);
        }

        return Vector256.Sum(a + b + c + d);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Narrow()
    {
        var (x, y) = (Vector256.Create(0.999f), Vector256.Create((float)sink));
        Vector256<float> a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x, i = x, j = x, k = x, l = x;
        for (var n = 0; n < Rounds; n++)
        {
            a = Vector256.FusedMultiplyAdd(a, x, y);
            b = Vector256.FusedMultiplyAdd(b, x, y);
            c = Vector256.FusedMultiplyAdd(c, x, y);
            d = Vector256.FusedMultiplyAdd(d, x, y);
            e = Vector256.FusedMultiplyAdd(e, x, y);
            f = Vector256.FusedMultiplyAdd(f, x, y);
            g = Vector256.FusedMultiplyAdd(g, x, y);
            h = Vector256.FusedMultiplyAdd(h, x, y);
            i = Vector256.FusedMultiplyAdd(i, x, y);
            j = Vector256.FusedMultiplyAdd(j, x, y);
            k = Vector256.FusedMultiplyAdd(k, x, y);
            l = Vector256.FusedMultiplyAdd(l, x, y);
        }

        sink = Vector256.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Wide()
    {
        var (x, y) = (Vector512.Create(0.999f), Vector512.Create((float)sink));
        Vector512<float> a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x, i = x, j = x, k = x, l = x;
        for (var n = 0; n < Rounds; n++)
        {
            a = Vector512.FusedMultiplyAdd(a, x, y);
            b = Vector512.FusedMultiplyAdd(b, x, y);
            c = Vector512.FusedMultiplyAdd(c, x, y);
            d = Vector512.FusedMultiplyAdd(d, x, y);
            e = Vector512.FusedMultiplyAdd(e, x, y);
            f = Vector512.FusedMultiplyAdd(f, x, y);
            g = Vector512.FusedMultiplyAdd(g, x, y);
            h = Vector512.FusedMultiplyAdd(h, x, y);
            i = Vector512.FusedMultiplyAdd(i, x, y);
            j = Vector512.FusedMultiplyAdd(j, x, y);
            k = Vector512.FusedMultiplyAdd(k, x, y);
            l = Vector512.FusedMultiplyAdd(l, x, y);
        }

        sink = Vector512.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }
}
