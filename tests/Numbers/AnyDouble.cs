using CsCheck;

namespace DevicePhys.Tests.Numbers;

/// <summary>Generators of doubles: everyday ones, the whole range, and the special ones.</summary>
internal static class AnyDouble
{
    public static readonly double[] Special =
    [
        0.0, -0.0, 1, -1, 0.5, -0.5, 2, 3, -3, double.Epsilon, -double.Epsilon, 2.2250738585072014e-308, 1e-300, 1e-17, 1e-8,
        19, 22, 709, 710, -745, -746, 1e9, 1e154, 1e300, double.MaxValue, double.MinValue, double.PositiveInfinity, double.NegativeInfinity, double.NaN,
    ];

    /// <summary>How many samples a cheap property is checked on.</summary>
    public const long Many = 10_000;

    public static Gen<double> Gen { get; } =
        CsCheck.Gen.OneOf(CsCheck.Gen.Double[-5, 5], CsCheck.Gen.Double[-800, 800], CsCheck.Gen.Double, OneOf(Special));

    /// <summary>One of the given numbers.</summary>
    public static Gen<double> OneOf(params double[] numbers) => CsCheck.Gen.Int[0, numbers.Length - 1].Select(i => numbers[i]);

    /// <summary>The same double to the bit; any two NaN are the same.</summary>
    public static bool Same(double left, double right) => left.Equals(right) && (left != 0 || double.IsNegative(left) == double.IsNegative(right));

    /// <summary>The distance in units of the expected number's last place; 0 where both are the same infinity.</summary>
    public static double Ulps(double expected, double actual) =>
        expected.Equals(actual) ? 0 : Math.Abs(expected - actual) / (Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected));
}
