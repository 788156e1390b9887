using Xunit;

namespace DevicePhys.Tests.Devices.Memristors;

public sealed class TeamTests
{
    [Theory] // Kvatinsky et al. 2013, eq. 14 with the windows exp(-exp(±(w - a)/wc)), written out.
    [InlineData(0.5, 0.5)]
    [InlineData(1.0, 0.97)]
    [InlineData(-0.02, 0.5)]
    [InlineData(-1.0, 0.03)]
    public void The_speed_is_the_published_one(double voltage, double x)
    {
        var (current, rate) = Memristor.At(Memristor.Card("Team.Xyce"), voltage, x);
        Assert.Equal(voltage / (50 + 950 * x), current, 1e-15);
        var w = 3e-9 * x;
        var speed = current > 0
            ? 8e-13 * Math.Pow(current / 115e-6 - 1, 3) * Math.Exp(-Math.Exp((w - 3e-9) / 107e-12))
            : -8e-13 * Math.Pow(current / -8.9e-6 - 1, 3) * Math.Exp(-Math.Exp((0 - w) / 107e-12));
        Assert.Equal(1, rate / (speed / 3e-9), 1e-9);
    }

    [Theory] // -8.9 uA and 115 uA.
    [InlineData(-8.7e-6)]
    [InlineData(113e-6)]
    public void Between_the_thresholds_nothing_moves(double current) =>
        Assert.Equal(0, Memristor.At(Memristor.Card("Team.Xyce"), current * 525, 0.5).Rate);
}
