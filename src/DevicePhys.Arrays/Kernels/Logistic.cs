using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DevicePhys.Arrays.Kernels;

/// <summary>The logistic function 1/(1 + exp(−x)) of many numbers, eight at a time.</summary>
/// <remarks>
/// exp(−x) = 2^n·2^f with n the nearest whole number to −x/ln 2; 2^f by a polynomial of degree 6 in f·ln 2 (Taylor's, remainder below 2e-7 of the value for |f| ≤ 1/2). Arguments beyond ±87
/// give the value at ±87, which single precision cannot tell from 0 or 1 by more than 1e-38. Error below 4e-7 of the larger of result and 1e-30.
/// </remarks>
public static class Logistic
{
    /// <summary>Replaces numbers by their logistic function.</summary>
    /// <param name="values">The numbers.</param>
    public static void Of(Span<float> values)
    {
        var vectors = MemoryMarshal.Cast<float, Vector256<float>>(values);
        foreach (ref var vector in vectors)
        {
            vector = Of(vector);
        }

        foreach (ref var value in values[(vectors.Length * Vector256<float>.Count)..])
        {
            value = Of(Vector256.Create(value)).ToScalar();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Of(Vector256<float> x)
    {
        var y = Vector256.Min(Vector256.Max(-x, Vector256.Create(-87f)), Vector256.Create(87f));

        // Adding and taking away 1.5·2^23 leaves the nearest whole number; its lowest bits are then those of the integer.
        var magic = Vector256.Create(12582912f);
        var rounded = Vector256.FusedMultiplyAdd(y, Vector256.Create(1.44269504f), magic);
        var n = rounded - magic;
        var f = Vector256.FusedMultiplyAdd(n, Vector256.Create(-0.693145752f), y);
        f = Vector256.FusedMultiplyAdd(n, Vector256.Create(-1.42860677e-6f), f);
        var p = Vector256.FusedMultiplyAdd(Vector256.Create(1f / 720), f, Vector256.Create(1f / 120));
        p = Vector256.FusedMultiplyAdd(p, f, Vector256.Create(1f / 24));
        p = Vector256.FusedMultiplyAdd(p, f, Vector256.Create(1f / 6));
        p = Vector256.FusedMultiplyAdd(p, f, Vector256.Create(0.5f));
        p = Vector256.FusedMultiplyAdd(p, f, Vector256<float>.One);
        p = Vector256.FusedMultiplyAdd(p, f, Vector256<float>.One);
        var power = (rounded.AsInt32() << 23).AsSingle();
        var exponential = (p.AsInt32() + power.AsInt32()).AsSingle();
        return Vector256<float>.One / (Vector256<float>.One + exponential);
    }
}
