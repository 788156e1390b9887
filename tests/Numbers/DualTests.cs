using CsCheck;
using DevicePhys.Numbers;
using Xunit;

namespace DevicePhys.Tests.Numbers;

public class DualTests
{
    private const int X = 1, Y = 3;

    /// <summary>Functions of one number with their derivatives as in any table of derivatives (DLMF 4.7, 4.34), and the range to draw from.</summary>
    public static TheoryData<string, Func<Dual, Dual>, Func<double, double>, double, double> Functions => new()
    {
        { "exp", Dual.Exp, Math.Exp, -700, 700 },
        { "log", Dual.Log, x => 1 / x, 1e-300, 1e300 },
        { "sqrt", Dual.Sqrt, x => 0.5 / Math.Sqrt(x), 1e-300, 1e300 },
        { "sinh", Dual.Sinh, Math.Cosh, -700, 700 },
        { "sinh near 0", Dual.Sinh, Math.Cosh, -2, 2 },
        { "cosh", Dual.Cosh, Math.Sinh, -700, 700 },
        { "cosh near 0", Dual.Cosh, Math.Sinh, -1e-3, 1e-3 },
        { "tanh", Dual.Tanh, x => Math.Pow(Math.Cosh(x), -2), -4, 4 },
        { "tanh saturated", Dual.Tanh, x => Math.Pow(Math.Cosh(x), -2), 4, 300 },
        { "tanh saturated below", Dual.Tanh, x => Math.Pow(Math.Cosh(x), -2), -300, -4 },
        { "abs", Dual.Abs, x => Math.Sign(x), -5, 5 },
        { "negative", x => -x, _ => -1, -5, 5 },
        { "x + x", x => x + x, _ => 2, -5, 5 },
        { "3 - x", x => 3 - x, _ => -1, -5, 5 },
        { "x x", x => x * x, x => 2 * x, -1e100, 1e100 },
        { "1/x", x => 1 / x, x => -1 / (x * x), 1e-3, 1e3 },
        { "x/7", x => x / 7, _ => 1.0 / 7, -1e3, 1e3 },
        { "x^3", x => Dual.Pow(x, 3), x => 3 * x * x, -1e50, 1e50 },
        { "x^-2", x => Dual.Pow(x, -2), x => -2 / (x * x * x), -1e3, -1e-3 },
        { "x^2.5", x => Dual.Pow(x, 2.5), x => 2.5 * x * Math.Sqrt(x), 1e-3, 1e3 },
        { "2^x", x => Dual.Pow(2, x), x => Math.Pow(2, x) * Math.Log(2), -900, 900 },
        { "x^x", x => Dual.Pow(x, x), x => Math.Pow(x, x) * (Math.Log(x) + 1), 0.5, 100 },
    };

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_slope_is_the_hand_written_derivative_within_8_units_of_the_last_place(
        string name, Func<Dual, Dual> function, Func<double, double> derivative, double from, double to)
    {
        Gen.Double[from, to].Sample(x =>
        {
            var slopes = function(Dual.Variable(x, X));
            return AnyDouble.Ulps(derivative(x), slopes.Slope(X)) <= 8 && slopes.Slope(0) == 0 && slopes.Slope(2) == 0 && slopes.Slope(Y) == 0;
        }, iter: AnyDouble.Many, print: x => $"{name} at {x:R}: {function(Dual.Variable(x, X))}, expected {derivative(x):R}");
    }

    [Fact]
    public void Slopes_of_two_quantities_are_kept_apart() =>
        Gen.Select(Gen.Double[0.1, 10], Gen.Double[-5, 5]).Sample((a, b) =>
        {
            Dual x = Dual.Variable(a, X), y = Dual.Variable(b, Y);
            Assert.Equal((1.0, 1.0), At(x + y));
            Assert.Equal((1.0, -1.0), At(x - y));
            Assert.Equal((b, a), At(x * y));
            Close((-b / (a * a), 1 / a), At(y / x));

            // The rounding of b - 1 costs the expected value up to ln(a) b units.
            Close((b * Math.Pow(a, b - 1), Math.Pow(a, b) * Math.Log(a)), At(Dual.Pow(x, y)), 32);
        }, iter: AnyDouble.Many);

    [Fact]
    public void Values_are_those_of_the_plain_reading_to_the_bit() =>
        Gen.Select(AnyDouble.Gen, AnyDouble.Gen, AnyDouble.Gen).Sample((a, b, c) =>
            Pairs<Real>(a, b, c).Zip(Pairs(Dual.Variable(a, 0), Dual.Variable(b, 1), Dual.Variable(c, 2)),
                (real, dual) => AnyDouble.Same(real, dual.Value)).All(same => same), iter: AnyDouble.Many);

    [Fact]
    public void A_constant_never_gets_a_slope() =>
        Gen.Select(AnyDouble.Gen, AnyDouble.Gen, AnyDouble.Gen).Sample((a, b, c) =>
            Pairs<Dual>(a, b, c).Where((_, i) => i >= 4).All(dual => dual.Slopes == default), iter: AnyDouble.Many);

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void A_variable_has_one_slope_and_it_is_1(int index)
    {
        var x = Dual.Variable(7, index);
        Assert.Equal(7, x.Value);
        Assert.Equal(Enumerable.Range(0, 4).Select(i => i == index ? 1.0 : 0), Enumerable.Range(0, 4).Select(x.Slope));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public void An_index_outside_the_four_is_refused(int index)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Dual.Variable(1, index));
        Assert.Throws<ArgumentOutOfRangeException>(() => Dual.Variable(1, 0).Slope(index));
    }

    private static (double ByX, double ByY) At(Dual value) => (value.Slope(X), value.Slope(Y));

    private static void Close((double ByX, double ByY) expected, (double ByX, double ByY) actual, double units = 8)
    {
        Assert.InRange(AnyDouble.Ulps(expected.ByX, actual.ByX), 0, units);
        Assert.InRange(AnyDouble.Ulps(expected.ByY, actual.ByY), 0, units);
    }

    /// <summary>The arithmetic first, then every function.</summary>
    private static T[] Pairs<T>(T a, T b, T c)
        where T : struct, IReal<T> =>
    [
        a + b, a - b, a * b, a / b, -a, T.Exp(a), T.Log(a), T.Sqrt(a), T.Pow(a, b), T.Sinh(a), T.Cosh(a), T.Tanh(a), T.Abs(a), T.Select(a, b, c),
    ];
}
