using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DevicePhys.Sampling;

/// <summary>The inverse of the standard normal distribution function in double precision, four numbers at a time.</summary>
/// <remarks>
/// With x = 2 u - 1 and a = 2 min(u, 1 - u), the two tails together: z = x R(a (2 - a)) for a of 0.02 and more, else z = S(sqrt(-ln a)) with
/// the sign of x. R (degrees 11/11) and S (7/7) are minimax rational fits made for this library in 80-digit arithmetic (Remez; largest
/// relative errors 7e-17 and 3e-17). Only +, -, *, /, square root and fused multiply-add are used, all exactly defined, so every
/// machine and every width gives the same bits. Measured error below 1e-15, relative.
/// </remarks>
internal static class InverseNormal
{
    private const double TailStart = 0.02;

    /// <summary>The quantile of one probability.</summary>
    /// <param name="u">The probability, from 2^-53 to 1 - 2^-53.</param>
    /// <returns>The standard normal number below which that part lies.</returns>
    public static double Of(double u)
    {
        Put(Vector256.Create(u), out var z);
        return z.ToScalar();
    }

    /// <summary>Turns random bits into normal numbers where they stand.</summary>
    /// <param name="values">64 random bits each; afterwards the quantiles of their <see cref="Uniform.Double(ulong)"/>.</param>
    public static void Transform(Span<double> values)
    {
        var lanes = MemoryMarshal.Cast<double, Vector256<double>>(values);
        foreach (ref var lane in lanes)
            Put(Uniform.Double(lane.AsUInt64()), out lane);

        var rest = values[(lanes.Length * Vector256<double>.Count)..];
        var bits = MemoryMarshal.Cast<double, ulong>(rest);
        for (var at = 0; at < rest.Length; at++)
            rest[at] = Of(Uniform.Double(bits[at]));
    }

    // The tails are put in afterwards, so that the common case stores its result and is done.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Vector256<double> u, out Vector256<double> z)
    {
        var x = u + u - Vector256<double>.One;
        var half = Vector256.Min(u, Vector256<double>.One - u);
        var a = half + half;
        var r = a * (Vector256.Create(2.0) - a);
        z = x * CentralNumerator(r) / CentralDenominator(r);
        if (Vector256.LessThanAny(a, Vector256.Create(TailStart)))
            z = WithTail(z, a, x);
    }

    // Seldom needed, so kept out of the way of the loop.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<double> WithTail(Vector256<double> central, Vector256<double> a, Vector256<double> x)
    {
        var t = Vector256.Sqrt(-NaturalLogarithm.Of(a));
        var z = Vector256.CopySign(TailNumerator(t) / TailDenominator(t), x);
        return Vector256.ConditionalSelect(Vector256.LessThan(a, Vector256.Create(TailStart)), z, central);
    }

    private static Vector256<double> CentralNumerator(Vector256<double> r)
    {
        var sum = Vector256.Create(17187165.9463611);
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(1036913236.3170735));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(8732012329.17654));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(22913695520.30495));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(24267951092.819294));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(11641671518.885729));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(2658155093.204692));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(290769294.56850594));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(14728353.892389912));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(316100.257433628));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(2367.9724548091895));
        return Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(3.7533762469852845));
    }

    private static Vector256<double> CentralDenominator(Vector256<double> r)
    {
        var sum = Vector256.Create(75961431.95729637);
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(1816612157.3998425));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(9974646754.605341));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(19795933313.99368));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(17026506676.297367));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(6910206335.680949));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(1369306679.3215766));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(132074763.46316762));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(5949921.503414669));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(113696.0363900092));
        sum = Vector256.FusedMultiplyAdd(sum, r, Vector256.Create(750.1938375058329));
        return Vector256.FusedMultiplyAdd(sum, r, Vector256<double>.One);
    }

    private static Vector256<double> TailNumerator(Vector256<double> t)
    {
        var sum = Vector256.Create(0.07276152442385657);
        sum = Vector256.FusedMultiplyAdd(sum, t, Vector256.Create(1.3389622221904505));
        sum = Vector256.FusedMultiplyAdd(sum, t, Vector256.Create(5.378369987230212));
        sum = Vector256.FusedMultiplyAdd(sum, t, Vector256.Create(5.3034322576550545));
        sum = Vector256.FusedMultiplyAdd(sum, t, Vector256.Create(2.7805049825799366));
        sum = Vector256.FusedMultiplyAdd(sum, t, Vector256.Create(1.5550057884003337));
        sum = Vector256.FusedMultiplyAdd(sum, t, Vector256.Create(-0.10588770337384769));
        return Vector256.FusedMultiplyAdd(sum, t, Vector256.Create(0.015907294622933416));
    }

    private static Vector256<double> TailDenominator(Vector256<double> t)
    {
        var sum = Vector256.Create(6.946199488151662e-08);
        sum = Vector256.FusedMultiplyAdd(sum, t, Vector256.Create(0.051442251208878804));
        sum = Vector256.FusedMultiplyAdd(sum, t, Vector256.Create(0.94745355186278));
        sum = Vector256.FusedMultiplyAdd(sum, t, Vector256.Create(3.917235750007746));
        sum = Vector256.FusedMultiplyAdd(sum, t, Vector256.Create(5.019267926039842));
        sum = Vector256.FusedMultiplyAdd(sum, t, Vector256.Create(4.656736360461484));
        sum = Vector256.FusedMultiplyAdd(sum, t, Vector256.Create(2.553243254176305));
        return Vector256.FusedMultiplyAdd(sum, t, Vector256<double>.One);
    }
}
