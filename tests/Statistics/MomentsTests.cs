using DevicePhys.Sampling;
using DevicePhys.Statistics;
using MathNet.Numerics.Statistics;
using Xunit;

namespace DevicePhys.Tests.Statistics;

public sealed class MomentsTests
{
    [Fact]
    public void The_moments_of_a_small_sample_are_those_of_scipy()
    {
        // Origin: numpy mean and var(ddof=1), scipy 1.10.1 skew and kurtosis(fisher=False).
        var moments = Moments.Of([2.0, 3.5, 3.7, 4.1, 9.3, 0.4, -1.5]);
        Assert.Equal(7, moments.Count);
        Assert.Equal(3.0714285714285716, moments.Mean, 1e-14);
        Assert.Equal(11.602380952380955, moments.Variance, 1e-13);
        Assert.Equal(0.5795277958413253, moments.Skewness, 1e-14);
        Assert.Equal(2.8821631609935245, moments.Kurtosis, 1e-14);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(5000)]
    public void Parts_put_together_give_the_whole(int cut)
    {
        var values = Sample(10_000);
        var whole = Moments.Of(values);
        var parts = Moments.Of(values.AsSpan(0, cut)) + Moments.Of(values.AsSpan(cut));
        Same(whole, parts);
        Same(whole, Moments.Of(values.AsSpan(cut)) + Moments.Of(values.AsSpan(0, cut)));
    }

    [Fact]
    public void Values_added_one_by_one_give_the_same()
    {
        var values = Sample(3000);
        Same(Moments.Of(values), values.Aggregate(default(Moments), (moments, value) => moments.Add(value)));
    }

    [Fact]
    public void A_large_mean_costs_no_digits()
    {
        // Origin: the closed form for 1e9 + {4, 7, 13, 16}, variance 30 (Chan, Golub, LeVeque 1983).
        double[] pattern = [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16];
        var values = Enumerable.Range(0, 4000).Select(i => pattern[i % 4]).ToArray();
        var moments = Moments.Of(values);
        Assert.Equal(22.5 * 4000 / 3999, moments.Variance, 1e-9);
        Assert.Equal(0, moments.Skewness, 1e-9);
    }

    [Fact]
    public void Mean_and_variance_agree_with_MathNet()
    {
        var values = Sample(10_000);
        var moments = Moments.Of(values);
        Assert.Equal(values.Mean(), moments.Mean, 1e-13);
        Assert.Equal(values.Variance(), moments.Variance, 1e-12);
        Assert.Equal(values.StandardDeviation(), moments.StandardDeviation, 1e-12);
    }

    [Fact]
    public void Floats_are_summed_in_double_precision()
    {
        var singles = new float[7001];
        new RandomStream(3, "floats").FillNormal(singles);
        Same(Moments.Of(Array.ConvertAll(singles, value => (double)value)), Moments.Of(singles));
    }

    [Fact]
    public void The_empty_sample_adds_nothing()
    {
        var moments = Moments.Of([1, 2, 4]);
        Assert.Equal(moments, moments + default(Moments));
        Assert.Equal(moments, default(Moments) + moments);
        Assert.Equal(default, Moments.Of(ReadOnlySpan<double>.Empty));
    }

    [Fact]
    public void What_is_not_defined_is_said_and_not_returned()
    {
        Assert.Throws<InvalidOperationException>(() => Moments.Of([1.0]).Variance);
        Assert.Throws<InvalidOperationException>(() => default(Moments).Kurtosis);
        Assert.Throws<InvalidOperationException>(() => Moments.Of([2.0, 2.0]).Skewness);
        Assert.Throws<ArgumentException>(() => Moments.Of([1, double.NaN]));
        Assert.Throws<ArgumentException>(() => default(Moments).Add(double.NegativeInfinity));
        Assert.Equal("2 values of mean 1.5", Moments.Of([1.0, 2.0]).ToString());
    }

    private static double[] Sample(int count)
    {
        var values = new double[count];
        new RandomStream(3, "moments").FillNormal(values);
        return Array.ConvertAll(values, z => Math.Exp(z / 4) + 10);
    }

    private static void Same(Moments expected, Moments actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        Assert.Equal(expected.Mean, actual.Mean, 1e-13);
        Assert.Equal(expected.Variance, actual.Variance, 1e-13);
        Assert.Equal(expected.Skewness, actual.Skewness, 1e-11);
        Assert.Equal(expected.Kurtosis, actual.Kurtosis, 1e-11);
    }
}
