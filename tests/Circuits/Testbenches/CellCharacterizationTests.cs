using DevicePhys.Circuits.Cells;
using DevicePhys.Circuits.Testbenches;
using Xunit;

namespace DevicePhys.Tests.Circuits.Testbenches;

public sealed class CellCharacterizationTests
{
    private const double Kelvin = 300.15;

    [Fact]
    public void Where_the_access_transistor_empties_the_cell_retention_spreads_as_sigma_VT_over_n_UT()
    {
        // Edri et al., IEEE TCAS-I 63(2), 222 (2016); n of the EKV 2.6 manual, 1 + γ/(2 √(φ + VP)), at a gate of 0 V. 3 % as in validation V34.
        var cell = new DramCell();
        var (gamma, phi, vt) = (cell.Access.Card.Value("Gamma", "V^0.5"), cell.Access.Card.Value("Phi", "V"), cell.Access.Card.Value("VT0", "V"));
        var gate = -vt + phi + (gamma * Math.Sqrt(phi));
        var pinch = gate - phi - (gamma * (Math.Sqrt(gate + (gamma * gamma / 4)) - (gamma / 2)));
        var slope = 1 + (gamma / (2 * Math.Sqrt(phi + pinch)));
        var sigma = cell.Access.ThresholdSigma / (slope * 8.617333262e-5 * Kelvin);
        var law = CellCharacterization.Run("1T-1C", cell, new() { Temperatures = [Kelvin], WorstLine = true }).One[0].Retention;
        Assert.InRange(law.Sigma / sigma, 0.97, 1.03);
        Assert.InRange(law.TailSigma / sigma, 0.95, 1.05);
        Assert.InRange(law.Median, 100e-6, 150e-6);
    }

    [Fact]
    public void A_static_cell_leaks_alike_with_both_bits_and_loses_none()
    {
        // Sum of its off transistors, 2 to 3 W Ioff of the 130 nm low-standby-power class: 40 to 60 pA.
        var table = CellCharacterization.Run("6T", new SramCell(), new() { Temperatures = [Kelvin] });
        Assert.InRange(table.One[0].Leakage, 40e-12, 60e-12);
        Assert.Equal(1, table.Zero[0].Leakage / table.One[0].Leakage, 1e-6);
        Assert.Equal((0, double.PositiveInfinity), (table.One[0].RefreshEnergy, table.RefreshInterval(1e-9, Kelvin)));
        Assert.Contains("EkvMosfet.N130Lstp", table.Provenance.Card);
    }

    [Fact]
    public void A_word_line_below_ground_makes_bits_last_longer_and_keeps_every_0()
    {
        var options = new CellCharacterizationOptions { Temperatures = [358.15] };
        var plain = CellCharacterization.Run("1T-1C", new DramCell(), options);
        var low = CellCharacterization.Run("1T-SRAM-M", CellCharacterization.Cells["1T-SRAM-M"], options);
        Assert.Equal(0, low.ErrorProbability(false, 1, 358.15));
        Assert.True(plain.ErrorProbability(false, 10e-3, 358.15) > 0.1);
        Assert.True(low.RefreshInterval(1e-6, 358.15) > 10 * plain.RefreshInterval(1e-6, 358.15));
    }

    [Fact] // Its zeros rise towards the line, against generation: above a limit that only cells of low thresholds reach.
    public void A_shorter_line_leaves_more_signal_and_only_weak_cells_lose_their_0()
    {
        var law = CellCharacterization.Run("1T-SRAM-Q", DramCell.Folded, new() { Temperatures = [Kelvin] }).Zero[0].Retention;
        var sigma = DramCell.Folded.Access.ThresholdSigma;
        double Time(double deviations)
        {
            var cell = DramCell.Folded.At(Kelvin);
            return CellRetention.Run(cell with { Access = cell.Access.Shifted(deviations * sigma) }, bit: false, null, 1e3).Time;
        }

        Assert.True(double.IsInfinity(Time(0)));
        Assert.InRange(law.Until(MathNet.Numerics.Distributions.Normal.CDF(0, 1, -4)) / Time(-4), 0.7, 1);
        Assert.InRange(law.Until(MathNet.Numerics.Distributions.Normal.CDF(0, 1, -5)) / Time(-5), 0.5, 1);
    }

    [Fact]
    public void A_cell_that_does_not_work_or_has_no_table_is_one_sentence()
    {
        var hot = Assert.Throws<ArgumentException>(() => CellCharacterization.Run("bistable", new FloatingBodyCell(), new() { Temperatures = [400] }));
        Assert.Equal("bistable: at a well of 1.5 V and 400 K its body has 1 rest, expected 3: it keeps one state only.", hot.Message);
        var gain = Assert.Throws<ArgumentException>(() => CellCharacterization.Run("2T", new GainCell()));
        Assert.Equal("2T: it has no memory table, expected a cell such as 6T, 1T-1C, 1T-SRAM-M, 1T-SRAM-Q, bistable.", gain.Message);
    }
}
