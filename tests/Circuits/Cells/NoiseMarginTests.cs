using DevicePhys.Circuits.Cells;
using DevicePhys.Circuits.Testbenches;
using Xunit;

namespace DevicePhys.Tests.Circuits.Cells;

public sealed class NoiseMarginTests
{
    [Theory] // Closed form: two ideal inverters that switch at half the supply have two squares of half the supply.
    [InlineData(1.0)]
    [InlineData(1.2)]
    public void Ideal_inverters_have_half_the_supply(double supply)
    {
        double[] x = [0, (supply / 2) - 1e-9, (supply / 2) + 1e-9, supply], y = [supply, supply, 0, 0];
        var margin = NoiseMargin.Of(new ButterflyCurve(x, y, y));
        Assert.Equal(supply / 2, margin.Upper, 2e-3 * supply);
        Assert.Equal(margin.Upper, margin.Lower, 1e-6);
    }

    [Fact] // Closed form: straight lines of slope -k through the middle, clipped at 0 and 1: squares between the corners.
    public void Straight_inverters_have_the_margin_of_their_gain()
    {
        const double k = 4;
        double[] x = [0, 0.5 - (0.5 / k), 0.5 + (0.5 / k), 1], y = [1, 1, 0, 0];

        // The largest square of the upper lobe has its corners at (1/2 - 1/(2k) ... ) on the flat part of one curve and on the flat part of the other:
        // x from 0 to 1/2 - 1/(2k) where y = 1 meets x = 0, unless the slopes cut it; for k > 1 the diagonal from (0, y0) to (x1, 1) with y0 = 1/2 + 1/(2k).
        Assert.Equal(0.5 - (0.5 / k), NoiseMargin.Of(new ButterflyCurve(x, y, y)).Value, 1.5e-3);
    }

    [Fact] // Closed form: a gain below 1 has one rest only, and no square.
    public void A_pair_without_gain_has_no_margin()
    {
        double[] x = [0, 1], y = [0.9, 0.1];
        Assert.True(NoiseMargin.Of(new ButterflyCurve(x, y, y)).Value <= 0);
    }

    [Fact] // physics.md E2: a 6T cell holds better than it is read.
    public void A_cell_at_rest_has_more_margin_than_one_that_is_read()
    {
        var cell = new SramCell();
        var hold = NoiseMargin.Of(ButterflyCurve.Of(cell, reading: false));
        var read = NoiseMargin.Of(ButterflyCurve.Of(cell, reading: true));
        TestContext.Current.TestOutputHelper!.WriteLine($"hold {hold} read {read}");
        Assert.Equal(hold.Upper, hold.Lower, 1e-3);
        Assert.InRange(read.Value, 0.1, 0.35);
        Assert.True(hold.Value > read.Value + 0.1, $"{hold} {read}");
    }

    [Fact]
    public void A_mismatch_takes_from_one_lobe_what_it_gives_to_the_other()
    {
        var even = NoiseMargin.Of(ButterflyCurve.Of(new SramCell(), reading: true));
        var odd = NoiseMargin.Of(ButterflyCurve.Of(new SramCell { Mismatch = [0.03, 0, 0, -0.03, 0, 0] }, reading: true));
        Assert.True(Math.Max(odd.Upper, odd.Lower) > even.Value + 0.005 && odd.Value < even.Value - 0.005, $"{even} {odd}");
    }

    [Fact] // A wide access transistor lifts the low node of a cell that is read: the classical reason for the cell ratio.
    public void A_wider_access_transistor_costs_read_margin()
    {
        double Margin(double width) =>
            NoiseMargin.Of(ButterflyCurve.Of(new SramCell { Access = SizedTransistor.Of("N130Lstp", width, 0.13e-6) }, reading: true)).Value;
        Assert.True(Margin(0.16e-6) > Margin(0.28e-6) + 0.02);
    }
}
