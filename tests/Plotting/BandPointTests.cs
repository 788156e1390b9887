using DevicePhys.Plotting;
using Xunit;

namespace DevicePhys.Tests.Plotting;

public sealed class BandPointTests
{
    [Fact]
    public void The_central_90_percent_of_0_to_100_is_5_to_95()
    {
        double[] values = [.. Enumerable.Range(0, 101).Select(i => (double)((i * 37) % 101))];
        Assert.Equal(new BandPoint(3, 50, 5, 95), BandPoint.Central90(3, values));
    }

    // numpy.percentile([1, 2, 4], [5, 95]) = [1.1, 3.8]
    [Fact]
    public void Quantiles_lie_between_order_statistics_as_in_numpy()
    {
        var point = BandPoint.Central90(0, [4, 1, 2]);
        Assert.Equal(1.1, point.Lower, 12);
        Assert.Equal(3.8, point.Upper, 12);
        Assert.Equal(7 / 3.0, point.Mean, 12);
    }

    [Fact]
    public void One_value_is_its_own_band() => Assert.Equal(new BandPoint(1, 7, 7, 7), BandPoint.Central90(1, [7]));

    [Fact]
    public void No_values_are_refused() => Assert.Throws<ArgumentException>(() => BandPoint.Central90(1, []));
}
