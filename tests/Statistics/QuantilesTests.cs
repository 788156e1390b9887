using DevicePhys.Statistics;
using Xunit;

namespace DevicePhys.Tests.Statistics;

public sealed class QuantilesTests
{
    private static readonly double[] Values = [2.0, 3.5, 3.7, 4.1, 9.3, 0.4, -1.5];

    [Fact]
    public void Quantiles_are_those_of_numpy()
    {
        // Origin: numpy 1.24.2, quantile (linear).
        double[] expected = [-1.5, -0.9299999999999999, 1.2, 3.5, 6.1800000000000015, 9.3];
        var actual = Quantiles.Of(Values, 0, 0.05, 0.25, 0.5, 0.9, 1);
        Assert.Equal(expected.Length, actual.Length);
        for (var at = 0; at < expected.Length; at++)
            Assert.Equal(expected[at], actual[at], 1e-14);
    }

    [Fact]
    public void One_value_is_all_its_quantiles() => Assert.Equal([4.2, 4.2, 4.2], Quantiles.Of([4.2], 0, 0.3, 1));

    [Fact]
    public void The_values_keep_their_order()
    {
        double[] values = [3, 1, 2];
        Quantiles.Of(values, 0.5);
        Assert.Equal([3, 1, 2], values);
    }

    [Fact]
    public void What_has_no_quantile_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Quantiles.Of([], 0.5));
        Assert.Throws<ArgumentException>(() => Quantiles.Of([1, double.NaN], 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Of(Values, 1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Of(Values, double.NaN));
    }
}
