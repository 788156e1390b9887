using System.Runtime.CompilerServices;

namespace DevicePhys.Numbers;

/// <summary>Hyperbolic sine and cosine together, of which one is the slope of the other, for the price of one exponential.</summary>
internal static class Hyperbolic
{
    /// <summary>Both of a number, finite or not, within 4 units in the last place; infinite beyond 710.4, as the library's are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (double Sinh, double Cosh) SinhCosh(double x)
    {
        var size = Math.Abs(x);
        if (size < 0.35)
            return NearZero(x);

        var half = size <= 700 ? 0.5 * Math.Exp(size) : HalfOfLarge(size);
        var rest = 0.25 / half;
        return (Math.CopySign(half - rest, x), half + rest);
    }

    // Halved before it is squared: exp overflows where the hyperbolic functions do not yet.
    private static double HalfOfLarge(double size)
    {
        var root = Math.Exp(size / 2);
        return 0.5 * root * root;
    }

    // exp(x) - exp(-x) would cancel; Taylor's series to x^13 errs by 1e-17 at 0.35.
    private static (double Sinh, double Cosh) NearZero(double x)
    {
        var square = x * x;
        var sum = 1 + (square / 156);
        sum = 1 + (square / 110 * sum);
        sum = 1 + (square / 72 * sum);
        sum = 1 + (square / 42 * sum);
        sum = 1 + (square / 20 * sum);
        var sinh = x + (x * (square / 6) * sum);
        return (sinh, Math.Sqrt(1 + (sinh * sinh)));
    }
}
