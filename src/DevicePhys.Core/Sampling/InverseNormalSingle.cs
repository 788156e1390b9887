using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DevicePhys.Sampling;

/// <summary>The inverse of the standard normal distribution function in single precision, eight 32-bit words at a time.</summary>
/// <remarks>
/// A word w stands for the probability u = (w + 1/2) / 2^32. All 32 bits count: x = 2 u - 1 and a = 1 - |x| are each formed from the
/// integer, so neither the middle nor the tails are coarser than a float; the outermost numbers are -6.34 and 6.34.
/// z = x R(a (2 - a)) for a of 0.005 and more, else z = S(sqrt(-ln a)) with the sign of x. R (degrees 6/6) and S (3/3) are minimax
/// rational fits made for this library in 80-digit arithmetic (Remez; largest relative errors 5e-8 and 2e-9). Only exactly defined
/// operations are used, as in <see cref="InverseNormal"/>. Measured error below 6e-7, relative.
/// </remarks>
internal static class InverseNormalSingle
{
    private const float TailStart = 0.005f;

    /// <summary>The normal number of one word.</summary>
    public static float Of(uint word)
    {
        Put(Vector256.Create(word), out var z);
        return z.ToScalar();
    }

    /// <summary>Turns random bits into normal numbers where they stand.</summary>
    /// <param name="values">32 random bits each; afterwards their normal numbers.</param>
    public static void Transform(Span<float> values)
    {
        var lanes = MemoryMarshal.Cast<float, Vector256<float>>(values);
        foreach (ref var lane in lanes)
            Put(lane.AsUInt32(), out lane);

        var rest = values[(lanes.Length * Vector256<float>.Count)..];
        var words = MemoryMarshal.Cast<float, uint>(rest);
        for (var at = 0; at < rest.Length; at++)
            rest[at] = Of(words[at]);
    }

    // The tails are put in afterwards, so that the common case stores its result and is done.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Vector256<uint> words, out Vector256<float> z)
    {
        var above = words.AsInt32() ^ Vector256.Create(int.MinValue); // How far above the middle, less one half.
        var inside = words.AsInt32() ^ (words.AsInt32() >> 31); // How far inside the nearer end, less one half.
        var x = Unit(above);
        var a = Unit(inside);
        var r = a * (Vector256.Create(2f) - a);
        z = x * CentralNumerator(r) / CentralDenominator(r);
        if (Vector256.LessThanAny(a, Vector256.Create(TailStart)))
            z = WithTail(z, a, x);
    }

    private static Vector256<float> Unit(Vector256<int> halves) =>
        Vector256.FusedMultiplyAdd(Vector256.ConvertToSingle(halves), Vector256.Create(1f / 0x80000000), Vector256.Create(0.5f / 0x80000000));

    // Seldom needed, so kept out of the way of the loop.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<float> WithTail(Vector256<float> central, Vector256<float> a, Vector256<float> x)
    {
        var t = Vector256.Sqrt(-NaturalLogarithm.Of(a));
        var z = Vector256.CopySign(TailNumerator(t) / TailDenominator(t), x);
        return Vector256.ConditionalSelect(Vector256.LessThan(a, Vector256.Create(TailStart)), z, central);
    }

    private static Vector256<float> CentralNumerator(Vector256<float> r)
    {
        var sum = Vector256.Create(423398.94f);
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(5066200.5f));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(6251935.5f));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(1645311.8f));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(107514.195f));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(1622.1825f));
        return Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(3.7064006f));
    }

    private static Vector256<float> CentralDenominator(Vector256<float> r)
    {
        var sum = Vector256.Create(1014965.5f);
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(4908574.5f));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(3998693.8f));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(802784.94f));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(42681.906f));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(537.21704f));
        return Vector256.FusedMultiplyAdd(sum, r, Vector256<float>.One);
    }

    private static Vector256<float> TailNumerator(Vector256<float> t)
    {
        var sum = Vector256.Create(3.2600615f);
        sum = Vector256.FusedMultiplyAdd(sum, t, Vector256.Create(3.9002993f));
        sum = Vector256.FusedMultiplyAdd(sum, t, Vector256.Create(-2.1775446f));
        return Vector256.FusedMultiplyAdd(sum, t, Vector256.Create(0.65988445f));
    }

    private static Vector256<float> TailDenominator(Vector256<float> t)
    {
        var sum = Vector256.Create(0.00034352022f);
        sum = Vector256.FusedMultiplyAdd(sum, t, Vector256.Create(2.294227f));
        sum = Vector256.FusedMultiplyAdd(sum, t, Vector256.Create(2.9609683f));
        return Vector256.FusedMultiplyAdd(sum, t, Vector256<float>.One);
    }
}
