using DevicePhys.Circuits.Cells;
using DevicePhys.Circuits.Testbenches;
using Xunit;

namespace DevicePhys.Tests.Circuits;

/// <summary>physics.md V38: an open-base npn with avalanche has one or three rests of its body voltage.</summary>
public sealed class BistableCellTests
{
    private static readonly FloatingBodyCell Cell = new();

    [Theory]
    [InlineData(1.0)]
    [InlineData(1.3)]
    public void A_low_well_voltage_has_one_rest(double well) => Assert.Single(BodyRests.Of(Cell, well));

    [Theory]
    [InlineData(1.5, 0.037, 0.487, 0.630)]
    [InlineData(1.8, 0.039, 0.398, 0.710)]
    public void A_high_well_voltage_has_three(double well, double low, double middle, double high)
    {
        var rests = BodyRests.Of(Cell, well);
        Assert.Equal(3, rests.Count);
        Assert.Equal(low, rests[0], 2e-3);
        Assert.Equal(middle, rests[1], 2e-3);
        Assert.Equal(high, rests[2], 2e-3);
    }

    [Fact]
    public void The_body_rises_by_itself_between_the_unstable_rest_and_the_high_one_and_falls_below_it()
    {
        var currents = BodyRests.Currents(Cell, 1.5, [0.02, 0.2, 0.47, 0.5, 0.6, 0.65]);
        Assert.Equal([true, false, false, true, true, false], currents.Select(current => current < 0));
    }

    [Theory]
    [InlineData(CellOperation.Write0, 1e-3, 0.3)]
    [InlineData(CellOperation.Write0, 1, 0.037)]
    [InlineData(CellOperation.Write1, 1e-3, 0.630)]
    [InlineData(CellOperation.Write1, 1, 0.630)]
    public void Both_states_are_written_through_the_lines_of_the_cell_and_held(CellOperation write, double time, double kept)
    {
        var body = BodyRests.Kept(Cell, write, time);
        if (time < 1 && write == CellOperation.Write0)
            Assert.InRange(body, 0, kept);
        else
            Assert.Equal(kept, body, 2e-3);
    }

    [Fact]
    public void A_write_takes_the_body_across_the_unstable_rest_and_back()
    {
        var result = ReadWrite.Run(Cell, [CellOperation.Write1, CellOperation.Hold, CellOperation.Write0, CellOperation.Hold]);
        Assert.Equal([true, true, false, false], result.Outcomes.Select(outcome => outcome.StoredBit));
    }
}
