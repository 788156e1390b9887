using DevicePhys.Numbers;
using Xunit;

namespace DevicePhys.Tests.Devices;

public sealed class SmoothnessScanTests
{
    // One corner, one jump and one narrow but smooth step per position; the positions are no points of a grid.
    [Theory]
    [InlineData(0.1234567)]
    [InlineData(0.5)]
    [InlineData(0.999)]
    public void A_corner_and_a_jump_are_found_and_a_narrow_step_is_not_one(double place)
    {
        Assert.ThrowsAny<Exception>(() => Scan(s => Dual.Abs(s - place)));
        Assert.ThrowsAny<Exception>(() => Scan(s => s + 0.001 * Dual.Select(s - place, 1, 0)));
        Scan(s => Smooth.Step(s - place, 1e-6));
        Scan(s => s + Smooth.Ramp(s - place, 1e-6));
    }

    private static void Scan(Func<Dual, Dual> function) => new SmoothnessScan(s => [function(Dual.Variable(s, 0))]).Check("test");
}
