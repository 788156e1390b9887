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

    [Theory] // 27, 55 and 85 °C: written to either side of its separatrix, read with a margin, nothing lost by a read.
    [InlineData(300.15)]
    [InlineData(328.15)]
    [InlineData(358.15)]
    public void A_cell_whose_levels_follow_its_temperature_is_written_and_read(double kelvin)
    {
        var cell = BodyLevels.Of((FloatingBodyCell)BitCells.With(new FloatingBodyCell(), null, kelvin));
        var result = ReadWrite.Run(cell, BitCells.Routine);
        Assert.Null(result.Failure);
        Assert.Equal(BodyRests.Of(cell, cell.Supply)[1], cell.Separatrix, 1e-9);
        Assert.All(result.Outcomes, outcome => Assert.True(Math.Abs(outcome.Stored) > 0.05, outcome.ToString()));
        Assert.All(result.Outcomes.Where(outcome => outcome.Slot.Operation == CellOperation.Read), outcome => Assert.True(Math.Abs(outcome.Sensed) > 0.01, outcome.ToString()));
    }

    [Fact] // The word line at 0 V let the channel conduct while the bit line was below ground, which held the line up: a 0 was hardly written.
    public void Levels_of_27_degrees_still_write_a_cell_of_55()
    {
        var cell = (FloatingBodyCell)BitCells.With(new FloatingBodyCell(), null, 328.15);
        Assert.Null(ReadWrite.Run(cell with { Separatrix = BodyRests.Of(cell, cell.Supply)[1] }, BitCells.Routine).Failure);
    }
}
