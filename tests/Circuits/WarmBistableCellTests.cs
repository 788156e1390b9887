using DevicePhys.Circuits.Cells;
using DevicePhys.Circuits.Testbenches;
using Xunit;

namespace DevicePhys.Tests.Circuits;

public sealed class WarmBistableCellTests
{
    [Theory] // The upper two rests from a check calculation of the same equations (Gummel-Poon, Miller, saturation currents of silicon), 10 mV.
    [InlineData(328.15, 0.390, 0.599)]
    [InlineData(358.15, 0.286, 0.563)]
    public void The_body_of_a_warm_cell_still_has_three_rests(double kelvin, double middle, double high)
    {
        var rests = BodyRests.Of((FloatingBodyCell)BitCells.With(new FloatingBodyCell(), null, kelvin), 1.5);
        Assert.Equal(3, rests.Count);
        Assert.Equal(middle, rests[1], 1e-2);
        Assert.Equal(high, rests[2], 1e-2);
    }
}
