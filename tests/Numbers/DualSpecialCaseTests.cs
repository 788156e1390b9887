using DevicePhys.Numbers;
using Xunit;

namespace DevicePhys.Tests.Numbers;

/// <summary>The places where a chain rule written without care gives NaN, 0 or noise. Expected values are limits taken by hand.</summary>
public class DualSpecialCaseTests
{
    [Theory]
    [InlineData(0, 1, 0, 1)]
    [InlineData(0, 2, 0, 0)]
    [InlineData(0, 2.5, 0, 0)]
    [InlineData(-0.0, 3, 0, 0)]
    [InlineData(0, 0, 1, 0)]
    [InlineData(0, 0.5, 0, double.PositiveInfinity)]
    [InlineData(-2, 3, -8, 12)]
    [InlineData(-2, 2, 4, -4)]
    [InlineData(-2, 0, 1, 0)]
    [InlineData(-2, 1, -2, 1)]
    [InlineData(1e-200, 2, 0, 2e-200)]
    [InlineData(1e200, 2, double.PositiveInfinity, 2e200)]
    [InlineData(double.Epsilon, 1, double.Epsilon, 1)]
    public void A_power_with_a_constant_exponent_has_its_exact_slope(double x, double exponent, double value, double slope)
    {
        var power = Dual.Pow(Dual.Variable(x, 0), exponent);
        Assert.Equal(value, power.Value);
        Assert.Equal(slope, power.Slope(0));
        Assert.Equal([0, 0, 0], [power.Slope(1), power.Slope(2), power.Slope(3)]);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(3)]
    public void A_power_of_zero_does_not_depend_on_its_exponent(double exponent)
    {
        var power = Dual.Pow(Dual.Variable(0, 0), Dual.Variable(exponent, 1));
        Assert.Equal(0, power.Value);
        Assert.Equal(0, power.Slope(1));
    }

    [Fact]
    public void A_root_at_zero_rises_without_end_for_what_it_depends_on_and_not_for_the_rest()
    {
        foreach (var zero in (double[])[0.0, -0.0])
        {
            var root = Dual.Sqrt(Dual.Variable(zero, 2));
            Assert.Equal(0, root.Value);
            Assert.Equal([0, 0, double.PositiveInfinity, 0], Enumerable.Range(0, 4).Select(root.Slope));
        }

        Assert.Equal(default, Dual.Sqrt(0).Slopes);
        Assert.Equal(default, Dual.Log(0).Slopes);
    }

    [Fact]
    public void A_root_of_a_square_has_no_slope_at_zero() => Assert.Equal(0, Dual.Sqrt(Dual.Variable(0, 0) * Dual.Variable(0, 0)).Slope(0));

    [Fact]
    public void An_absolute_value_has_slope_0_at_zero()
    {
        foreach (var zero in (double[])[0.0, -0.0])
        {
            var size = Dual.Abs(Dual.Variable(zero, 0));
            Assert.Equal((0.0, 0.0), (size.Value, size.Slope(0)));
        }
    }

    [Theory]
    [InlineData(20, 1.6993417021166358e-17)] // 4 exp(-40), to which the rest is below the rounding
    [InlineData(-20, 1.6993417021166358e-17)]
    [InlineData(400, 0)] // 4 exp(-800) is below the smallest double
    [InlineData(-1e300, 0)]
    [InlineData(double.PositiveInfinity, 0)]
    public void A_saturated_tangent_keeps_its_small_slope(double x, double slope)
    {
        var tanh = Dual.Tanh(Dual.Variable(x, 0));
        Assert.Equal(Math.Sign(x), tanh.Value);
        Assert.InRange(AnyDouble.Ulps(slope, tanh.Slope(0)), 0, 4);
    }

    [Fact]
    public void An_overflow_stays_an_infinity_and_touches_no_other_slope()
    {
        var exp = Dual.Exp(Dual.Variable(1000, 0));
        Assert.Equal(double.PositiveInfinity, exp.Value);
        Assert.Equal([double.PositiveInfinity, 0, 0, 0], Enumerable.Range(0, 4).Select(exp.Slope));
        Assert.Equal(double.PositiveInfinity, Dual.Sinh(Dual.Variable(-1000, 0)).Slope(0));
        Assert.Equal(double.NegativeInfinity, Dual.Cosh(Dual.Variable(-1000, 0)).Slope(0));
    }

    [Theory]
    [InlineData(1e-300, 5)]
    [InlineData(0, 7)]
    [InlineData(-1, 7)]
    public void A_choice_has_the_slopes_of_the_chosen_branch_alone(double test, double slope)
    {
        var x = Dual.Variable(test, 0);
        var chosen = Dual.Select(x, 5 * x, 7 * x);
        Assert.Equal(slope, chosen.Slope(0));
    }

    [Fact]
    public void A_branch_not_chosen_may_be_anything()
    {
        var x = Dual.Variable(-1, 0);
        var chosen = Dual.Select(x, Dual.Log(x) / 0 + Dual.Pow(x, 0.5), 2 * x);
        Assert.Equal((-2.0, 2.0), (chosen.Value, chosen.Slope(0)));
    }
}
