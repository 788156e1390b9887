using CsCheck;
using DevicePhys.Numbers;
using Xunit;

namespace DevicePhys.Tests.Numbers;

public class SmoothTests
{
    private const double Width = 0.02;

    [Fact]
    public void A_ramp_is_exact_outside_its_band() =>
        AnyDouble.Gen.Sample(u =>
            double.IsNaN(u) || Math.Abs(u) <= Width / 2 || AnyDouble.Same(Math.Max(0, u), Smooth.Ramp<Real>(u, Width)), iter: AnyDouble.Many);

    [Theory]
    [InlineData(0.02)]
    [InlineData(1)]
    [InlineData(1e-9)]
    public void A_ramp_has_no_step_and_no_corner_at_the_joints(double width)
    {
        foreach (var (joint, value, slope) in new[] { (-width / 2, 0.0, 0.0), (width / 2, width / 2, 1.0) })
        {
            foreach (var u in new[] { joint, joint - (1e-9 * width), joint + (1e-9 * width) })
            {
                var ramp = Smooth.Ramp(Dual.Variable(u, 0), width);
                Assert.Equal(value, ramp.Value, 2e-9 * width);
                Assert.Equal(slope, ramp.Slope(0), 2e-9);
            }
        }
    }

    [Fact]
    public void A_ramp_and_its_slope_never_fall() =>
        Gen.Select(Gen.Double[-1, 1], Gen.Double[-1, 1]).Sample((a, b) =>
        {
            Dual low = Smooth.Ramp(Dual.Variable(Math.Min(a, b), 0), 1), high = Smooth.Ramp(Dual.Variable(Math.Max(a, b), 0), 1);
            return low.Value <= high.Value && low.Slope(0) <= high.Slope(0);
        }, iter: AnyDouble.Many);

    [Fact]
    public void A_rate_is_untouched_to_the_bit_between_the_bands() =>
        Gen.Select(Gen.Double[-1e12, 1e12], Gen.Double[-1.97, 2.97]).Sample(
            (rate, x) => AnyDouble.Same(rate, Smooth.Bounded<Real>(rate, x, -2, 3, 0.005)),
            iter: AnyDouble.Many);

    [Fact]
    public void An_inward_rate_is_untouched_even_at_the_ends()
    {
        Assert.Equal(-4, Smooth.Bounded<Real>(-4, 3, -2, 3, 0.005).Value);
        Assert.Equal(4, Smooth.Bounded<Real>(4, -2, -2, 3, 0.005).Value);
    }

    [Fact]
    public void A_rate_never_leads_out_of_bounds() =>
        Gen.Select(Gen.Double[-1e6, 1e6], Gen.OneOf(Gen.Double[-10, 10], AnyDouble.OneOf(-2.0, 3.0))).Sample((rate, x) =>
        {
            double bounded = Smooth.Bounded<Real>(rate, x, -2, 3, 0.01);
            return (x < 3 || bounded <= 0) && (x > -2 || bounded >= 0);
        }, iter: AnyDouble.Many);

    [Fact]
    public void A_bounded_rate_has_no_step_and_no_corner_where_the_band_begins_and_where_the_range_ends()
    {
        // Range -2 to 3 and a relative width of 0.01: bands of 0.05. The factor is s(2 - s): 1 with slope 0 at s = 1, 0 with slope 2 at s = 0.
        foreach (var (joint, rate, value, slope) in new[]
        {
            (2.95, 4.0, 4.0, 0.0), (3.0, 4.0, 0.0, -4 * 2 / 0.05), (-1.95, -4.0, -4.0, 0.0), (-2.0, -4.0, 0.0, -4 * 2 / 0.05),
        })
        {
            foreach (var x in new[] { joint, joint - 1e-9, joint + 1e-9 })
            {
                var bounded = Smooth.Bounded(rate, Dual.Variable(x, 0), -2, 3, 0.01);
                Assert.Equal(value, bounded.Value, 1e-6);
                Assert.Equal(slope, bounded.Slope(0), 1e-5);
            }
        }
    }

    [Fact]
    public void A_state_driven_outward_settles_at_the_end_from_both_sides()
    {
        foreach (var start in new[] { 0.9, 1.1 })
        {
            Real x = start;
            for (var i = 0; i < 4000; i++)
                x += 1e-4 * Smooth.Bounded(1, x, 0, 1, 0.05);
            Assert.Equal(1, x.Value, 1e-6);
        }
    }

    [Fact]
    public void A_logistic_has_every_digit_in_both_tails() =>
        Gen.Double[-700, 700].Sample(u =>
        {
            var logistic = Smooth.Logistic(Dual.Variable(u, 0));
            var value = 1 / (1 + Math.Exp(-u));

            // The derivative 1/(2 + e^u + e^-u), which cancels nowhere.
            return AnyDouble.Ulps(value, logistic.Value) <= 4 && AnyDouble.Ulps(1 / (2 + Math.Exp(u) + Math.Exp(-u)), logistic.Slope(0)) <= 8;
        }, iter: AnyDouble.Many);

    [Theory]
    [InlineData(0, 0.5, 0.25)]
    [InlineData(1e4, 1, 0)]
    [InlineData(-1e4, 0, 0)]
    public void A_logistic_does_not_overflow_and_has_its_slope_at_0(double u, double value, double slope)
    {
        var logistic = Smooth.Logistic(Dual.Variable(u, 0));
        Assert.Equal((value, slope), (logistic.Value, logistic.Slope(0)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_band_without_width_is_refused(double width)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Smooth.Ramp<Real>(1, width));
        Assert.Throws<ArgumentOutOfRangeException>(() => Smooth.Bounded<Real>(1, 1, 0, 1, width));
    }
}
