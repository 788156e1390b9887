using DevicePhys.Devices.Memristors;
using Xunit;

namespace DevicePhys.Tests.Devices.Memristors;

public sealed class ProgrammedReramTests
{
    [Fact] // The curves of IBM's fit cross nowhere: an older array has scattered more, from a tenth of the range up.
    public void An_array_scatters_with_age()
    {
        for (var g = 4e-6; g <= 40e-6; g += 1e-6)
            Assert.True(ProgrammedReram.AfterOneSecond.Spread(g) < ProgrammedReram.AfterOneDay.Spread(g));
    }

    [Theory]
    [InlineData(-1e-6)]
    [InlineData(41e-6)]
    [InlineData(double.NaN)]
    public void A_target_outside_the_measurement_is_refused(double target) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ProgrammedReram.AfterOneSecond.Spread(target));
}
