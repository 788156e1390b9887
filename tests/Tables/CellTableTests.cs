using DevicePhys.Tables;
using Xunit;

namespace DevicePhys.Tests.Tables;

public sealed class CellTableTests
{
    [Theory]
    // scipy.stats.norm.cdf, of the main part and of the tail: z = (ln(t/2) + 2 · 0.8)/1.6 - 2 there.
    [InlineData(2, 0.5)]
    [InlineData(4.451081856984936, 0.8413447460685429)]
    [InlineData(0.40379303598931077, 0.022750131948179195)]
    [InlineData(0.08152440795673241, 0.0013498980316300933)]
    public void Lost_bits_follow_the_two_slopes(double time, double share)
    {
        var law = new RetentionLaw(2, 0.8, 1.6, -2);
        Assert.Equal(share, law.Lost(time), 1e-12);
        Assert.Equal(1, law.Until(share) / time, 1e-9);
    }

    [Fact]
    public void A_bit_that_is_never_lost_has_no_error_and_no_refresh()
    {
        Assert.Equal((0, double.PositiveInfinity), (RetentionLaw.Never.Lost(1e9), RetentionLaw.Never.Until(1e-9)));
        Assert.Equal((0, 1), (new RetentionLaw(1, 0, 0, -2).Lost(0.99), new RetentionLaw(1, 0, 0, -2).Lost(1.01)));
    }

    [Fact]
    public void Retention_between_temperatures_follows_Arrhenius()
    {
        var middle = 2 / ((1 / 300.0) + (1 / 360.0));
        var condition = TestCellTables.Dynamic.At(true, middle);
        Assert.Equal(Math.Sqrt(4 * 0.1), condition.Retention.Median, 1e-12);
        Assert.Equal(1e-14, condition.Leakage, 1e-24);
        Assert.Equal(61e-15, condition.ReadEnergy, 1e-24);
        Assert.Same(TestCellTables.Dynamic.One[1], TestCellTables.Dynamic.At(true, 360));
    }

    [Fact]
    public void Both_directions_of_an_error_are_kept_apart_and_the_weaker_sets_the_refresh()
    {
        var table = TestCellTables.Dynamic;
        Assert.Equal(0, table.ErrorProbability(false, 1, 300));
        Assert.Equal(table.One[0].Retention.Lost(1), table.ErrorProbability(true, 1, 300));
        Assert.Equal(table.One[0].Retention.Until(1e-6), table.RefreshInterval(1e-6, 300));

        // Half way, the 0 counts as in the heat: it is the safe side.
        Assert.Equal(0.5, table.At(false, 330).Retention.Median);
    }

    [Theory]
    [InlineData(299.9)]
    [InlineData(361)]
    [InlineData(double.NaN)]
    public void A_temperature_beyond_the_table_is_refused(double temperature)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => TestCellTables.Dynamic.At(true, temperature));
        Assert.StartsWith(FormattableString.Invariant($"made: the temperature {temperature} K should lie between 300 and 360 K, the range of its table."), exception.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-1e-9)]
    [InlineData(double.NaN)]
    public void An_error_target_is_a_probability(double target) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TestCellTables.Dynamic.RefreshInterval(target, 300));
}
