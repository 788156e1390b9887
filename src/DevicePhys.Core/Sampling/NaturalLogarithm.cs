using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DevicePhys.Sampling;

/// <summary>The natural logarithm of positive normal numbers, lane by lane, with the same bits on every machine.</summary>
/// <remarks>
/// x = 2^e m with m in [sqrt(1/2), sqrt(2)); ln m = 2 artanh(s), s = (m - 1)/(m + 1), by its Taylor series (|s| &lt; 0.172). The
/// library's logarithm belongs to the operating system and may differ in the last bit from one to the next; this one cannot.
/// Error below 2 units in the last place for x in (0, 1).
/// </remarks>
internal static class NaturalLogarithm
{
    private const double Ln2 = 0.69314718055994531;

    /// <summary>ln x of doubles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Of(Vector256<double> x)
    {
        const ulong sqrtHalf = 0x3FE6A09E667F3BCD;
        var shifted = x.AsUInt64() + Vector256.Create(0x3FF0000000000000 - sqrtHalf);
        var m = ((shifted & Vector256.Create(0x000FFFFFFFFFFFFFul)) + Vector256.Create(sqrtHalf)).AsDouble();

        // An exponent below 2^52, put into the mantissa of 2^52, is a double once 2^52 is taken away.
        var e = ((shifted >>> 52) | Vector256.Create(0x4330000000000000ul)).AsDouble() - Vector256.Create(4503599627370496.0 + 1023);
        var s = (m - Vector256<double>.One) / (m + Vector256<double>.One);
        var square = s * s;
        var sum = Vector256.Create(1.0 / 19);
        sum = Vector256.FusedMultiplyAdd(sum, square, Vector256.Create(1.0 / 17));
        sum = Vector256.FusedMultiplyAdd(sum, square, Vector256.Create(1.0 / 15));
        sum = Vector256.FusedMultiplyAdd(sum, square, Vector256.Create(1.0 / 13));
        sum = Vector256.FusedMultiplyAdd(sum, square, Vector256.Create(1.0 / 11));
        sum = Vector256.FusedMultiplyAdd(sum, square, Vector256.Create(1.0 / 9));
        sum = Vector256.FusedMultiplyAdd(sum, square, Vector256.Create(1.0 / 7));
        sum = Vector256.FusedMultiplyAdd(sum, square, Vector256.Create(1.0 / 5));
        sum = Vector256.FusedMultiplyAdd(sum, square, Vector256.Create(1.0 / 3));
        var twice = s + s;
        return Vector256.FusedMultiplyAdd(e, Vector256.Create(Ln2), Vector256.FusedMultiplyAdd(sum * square, twice, twice));
    }

    /// <summary>ln x of floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Of(Vector256<float> x)
    {
        const uint sqrtHalf = 0x3F3504F3;
        var shifted = x.AsUInt32() + Vector256.Create(0x3F800000 - sqrtHalf);
        var m = ((shifted & Vector256.Create(0x007FFFFFu)) + Vector256.Create(sqrtHalf)).AsSingle();
        var e = Vector256.ConvertToSingle((shifted >>> 23).AsInt32() - Vector256.Create(127));
        var s = (m - Vector256<float>.One) / (m + Vector256<float>.One);
        var square = s * s;
        var sum = Vector256.Create(1f / 9);
        sum = Vector256.FusedMultiplyAdd(sum, square, Vector256.Create(1f / 7));
        sum = Vector256.FusedMultiplyAdd(sum, square, Vector256.Create(1f / 5));
        sum = Vector256.FusedMultiplyAdd(sum, square, Vector256.Create(1f / 3));
        var twice = s + s;
        return Vector256.FusedMultiplyAdd(e, Vector256.Create((float)Ln2), Vector256.FusedMultiplyAdd(sum * square, twice, twice));
    }
}
