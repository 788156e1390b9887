using DevicePhys.Circuits.Cells;
using DevicePhys.Circuits.Testbenches;
using Xunit;

namespace DevicePhys.Tests.Circuits.Cells;

/// <summary>Every bit cell keeps what is written, and reads give it back.</summary>
public sealed class ReadWriteTests
{
    public static TheoryData<string> Cells => [.. BitCells.All.Select(cell => cell.Name)];

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_cell_keeps_what_is_written_and_reads_give_it_back(string name)
    {
        var result = ReadWrite.Run(BitCells.Get(name), BitCells.Routine, cancellation: TestContext.Current.CancellationToken);
        Assert.Null(result.Failure);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_operation_costs_energy_and_a_rest_costs_less_than_a_read(string name)
    {
        var outcomes = ReadWrite.Run(BitCells.Get(name), BitCells.Routine, cancellation: TestContext.Current.CancellationToken).Outcomes;
        Assert.All(outcomes.Where(outcome => outcome.Slot.Operation is not CellOperation.Hold), outcome => Assert.True(outcome.Energy > 0, outcome.ToString()));
        if (name != "bistable") // It keeps its 1 by a current that costs more than reading it.
            Assert.True(outcomes[2].Energy < 0.01 * outcomes[1].Energy);
    }

    [Theory] // The amplifier decides by the sign of signal minus offset: a 1 leaves +60 mV, a 0 -50 mV on this bit line.
    [InlineData(0.04, true)]
    [InlineData(0.08, false)]
    [InlineData(-0.03, true)]
    [InlineData(-0.08, false)]
    public void A_sense_amplifier_fails_once_its_offset_exceeds_the_signal(double offset, bool works)
    {
        var result = ReadWrite.Run(new DramCell { Sense = new SenseAmplifier { Offset = offset } }, BitCells.Routine);
        Assert.Equal(works, result.Failure is null);
    }

    [Fact] // C V (V falls by dV): the precharge gives back what the read took, from the supply.
    public void The_read_energy_of_a_static_cell_is_that_of_its_bit_line()
    {
        var cell = new SramCell();
        var read = ReadWrite.Run(cell, [CellOperation.Write1, CellOperation.Read]).Outcomes[1];
        var swing = read.Sensed;
        Assert.InRange(read.Energy / (cell.BitLine * cell.Supply * swing), 0.95, 1.25);
    }

    [Theory] // physics.md V33.
    [InlineData(5e-15, 50e-15, 1.2, 54.5e-3)]
    [InlineData(15e-15, 100e-15, 1.2, 78.3e-3)]
    [InlineData(25e-15, 200e-15, 1.8, 100e-3)]
    public void Charge_is_shared_as_conservation_asks(double storage, double line, double supply, double signal)
    {
        var cell = new DramCell { Storage = storage, BitLine = line, Supply = supply, WordHigh = supply + 0.8, Cycle = 100e-9, Crossing = 1e-21, Leakage = null };
        var bare = cell with { Access = cell.Access with { Card = cell.Access.Card.With("Cox", 1e-4).With("CGSO", 0).With("CGBO", 0) } };
        Assert.Equal(signal, 0.5 * (ChargeSharing.Signal(bare, true) - ChargeSharing.Signal(bare, false)), 1e-3 * signal);
        Assert.Equal(signal, ChargeSharing.Ideal(cell), 1e-3 * signal);
    }

    [Fact]
    public void The_coupling_of_a_word_line_cancels_in_a_folded_pair_and_not_in_an_open_one()
    {
        double Common(BitLineStyle style)
        {
            var cell = new DramCell { Style = style, Crossing = 0.5e-15 };
            return 0.5 * (ChargeSharing.Signal(cell, true) + ChargeSharing.Signal(cell, false));
        }

        // 0.5 fF of 55 fF under 2 V: 18 mV.
        Assert.Equal(0.5e-15 / 55.5e-15 * 2, Common(BitLineStyle.Open) - Common(BitLineStyle.Folded), 3e-3);
    }

    [Fact] // 2 PR A on 50 fF is 80 mV between the two: a reference outside of it reads one of them wrong.
    public void A_ferroelectric_cell_needs_its_reference_between_the_two_signals()
    {
        Assert.Null(ReadWrite.Run(new FerroelectricCell(), BitCells.Routine).Failure);
        Assert.NotNull(ReadWrite.Run(new FerroelectricCell { Reference = 0.13 }, BitCells.Routine).Failure);
    }

    [Fact] // Generation doubles about every 10 K: retention falls steeply with temperature; a neighbour that holds the line at 0 is worse than a line at rest.
    public void A_dynamic_cell_forgets_faster_when_it_is_warm_and_when_its_line_is_low()
    {
        double Time(double temperature, double? line) => CellRetention.Run(new DramCell().At(temperature), bit: true, line, 100).Time;
        var (cool, warm) = (Time(300, null), Time(358, null));
        Assert.InRange(cool / warm, 5, 1000);
        Assert.True(Time(300, 0) < 0.01 * cool);
    }
}
