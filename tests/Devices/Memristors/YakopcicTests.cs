using Xunit;

namespace DevicePhys.Tests.Devices.Memristors;

public sealed class YakopcicTests
{
    // The published equations, generic set; away from the smoothed corners.
    [Theory]
    [InlineData(0.4, 0.2)]
    [InlineData(0.4, 0.8)]
    [InlineData(-0.4, 0.7)]
    [InlineData(-0.4, 0.3)]
    [InlineData(0.1, 0.5)]
    public void The_generic_set_follows_the_published_equations(double v, double x)
    {
        var (current, rate) = Memristor.At(Memristor.Card("Yakopcic.Generic"), v, x);
        Assert.Equal(0.17 * x * Math.Sinh(0.05 * v), current, 1e-15);
        var expected = v > 0.16 ? 4000 * (Math.Exp(v) - Math.Exp(0.16)) * Window(x, 0.3, 1)
            : v < -0.15 ? -4000 * (Math.Exp(-v) - Math.Exp(0.15)) * Window(1 - x, 0.5, 5) : 0;
        Assert.Equal(expected, rate, 1e-9);
    }

    [Theory]
    [InlineData(0.9, 0.5)]
    [InlineData(-1.5, 0.5)]
    [InlineData(-0.1, 0.9)]
    public void The_two_branch_set_follows_the_published_equations(double v, double x)
    {
        var (current, rate) = Memristor.At(Memristor.Card("YakopcicTwoBranch.NbSrTiO3"), v, x);
        var expected = v > 0
            ? 9e-5 * Math.Sinh(4.96 * v) * x + 1.5e-5 * Math.Sinh(6.91 * v) * (1 - x)
            : 1.7e-4 * Math.Sinh(3.23 * v) * x + 4.4e-7 * Math.Sinh(2.6 * v) * (1 - x);
        Assert.Equal(1, current / expected, 1e-12);
        var motion = v > 0.5 ? 90 * (Math.Exp(v) - Math.Exp(0.5)) * Window(x, 0.1, 1)
            : v < -0.5 ? -10 * (Math.Exp(-v) - Math.Exp(0.5)) * Window(1 - x, 0.242, 1) : 0;
        Assert.Equal(motion, rate, 1e-9);
    }

    private static double Window(double y, double start, double alpha) =>
        y > start ? Math.Exp(-alpha * (y - start)) * ((start - y) / (1 - start) + 1) : 1;
}
