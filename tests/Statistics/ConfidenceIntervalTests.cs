using DevicePhys.Statistics;
using Xunit;

namespace DevicePhys.Tests.Statistics;

public sealed class ConfidenceIntervalTests
{
    // Origin: scipy 1.10.1, t.interval(level, n - 1, mean, sem); MathNet finds t to about 1e-9.
    [Theory]
    [InlineData(new[] { 89.4, 90.1, 88.9, 90.3, 89.7 }, 0.95, 89.68, 88.98644423501507, 90.37355576498491)]
    [InlineData(new[] { 89.4, 90.1, 88.9, 90.3, 89.7 }, 0.99, 89.68, 88.52989746974286, 90.83010253025712)]
    [InlineData(new[] { 92.97, 93.11 }, 0.95, 93.04, 92.15056566844974, 93.92943433155024)]
    public void The_interval_is_that_of_Students_t(double[] values, double level, double mean, double lower, double upper)
    {
        var interval = ConfidenceInterval.OfMean(values, level);
        Assert.Equal(mean, interval.Mean, 1e-12);
        Assert.Equal(lower, interval.Lower!.Value, 1e-8);
        Assert.Equal(upper, interval.Upper!.Value, 1e-8);
        Assert.Equal((upper - lower) / 2, interval.HalfWidth!.Value, 1e-8);
        Assert.Equal((level, values.Length), (interval.Level, interval.Count));
    }

    [Fact]
    public void Many_values_give_the_interval_of_scipy()
    {
        // Origin: scipy 1.10.1, t.interval(0.9, 39, 20.5, sem) of the integers 1 to 40.
        var interval = ConfidenceInterval.OfMean([.. Enumerable.Range(1, 40).Select(i => (double)i)], 0.9);
        Assert.Equal(17.38563849641219, interval.Lower!.Value, 1e-8);
        Assert.Equal(23.614361503587805, interval.Upper!.Value, 1e-8);
    }

    [Fact]
    public void A_single_value_has_a_mean_and_no_bounds()
    {
        var interval = ConfidenceInterval.OfMean([90.5]);
        Assert.Equal(90.5, interval.Mean);
        Assert.Null(interval.Lower);
        Assert.Null(interval.Upper);
        Assert.Null(interval.HalfWidth);
    }

    [Fact]
    public void Equal_values_give_an_interval_of_no_width() => Assert.Equal(0, ConfidenceInterval.OfMean([3, 3, 3]).HalfWidth);

    [Fact]
    public void What_cannot_be_averaged_is_refused()
    {
        Assert.Throws<ArgumentException>(() => ConfidenceInterval.OfMean([]));
        Assert.Throws<ArgumentException>(() => ConfidenceInterval.OfMean([1, double.NaN]));
        Assert.Throws<ArgumentException>(() => ConfidenceInterval.OfMean([1, double.PositiveInfinity]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ConfidenceInterval.OfMean([1, 2], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ConfidenceInterval.OfMean([1, 2], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ConfidenceInterval.OfMean([1, 2], double.NaN));
    }
}
