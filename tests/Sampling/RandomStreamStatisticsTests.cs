using DevicePhys.Sampling;
using DevicePhys.Statistics;
using MathNet.Numerics.Distributions;
using Xunit;

namespace DevicePhys.Tests.Sampling;

/// <summary>The draws have the distributions they claim. Seeds are fixed, so each test always ends the same way.</summary>
public sealed class RandomStreamStatisticsTests
{
    private const int Draws = 1_000_000;

    [Fact]
    public void Double_uniforms_pass_Kolmogorov_and_Smirnov()
    {
        var values = new double[Draws];
        new RandomStream(21, "uniform").FillUniform(values);
        Assert.InRange(KolmogorovSmirnov.OneSample(values, u => u).PValue, 0.001, 1);
        var moments = Moments.Of(values);
        Assert.Equal(0.5, moments.Mean, 4 * Math.Sqrt(1.0 / 12 / Draws));
        Assert.Equal(1.0 / 12, moments.Variance, 4 * Math.Sqrt(1.0 / 180 / Draws));
        Assert.Equal(1.8, moments.Kurtosis, 0.01);
    }

    [Fact]
    public void Single_uniforms_pass_Kolmogorov_and_Smirnov()
    {
        var values = new float[Draws];
        new RandomStream(21, "uniform single").FillUniform(values);
        Assert.InRange(KolmogorovSmirnov.OneSample(Array.ConvertAll(values, u => (double)u), u => u).PValue, 0.001, 1);
    }

    [Fact]
    public void Double_normals_pass_Kolmogorov_and_Smirnov()
    {
        var values = new double[Draws];
        new RandomStream(21, "normal").FillNormal(values);
        Assert.InRange(KolmogorovSmirnov.OneSample(values, StandardNormal).PValue, 0.001, 1);
    }

    [Fact]
    public void Single_normals_pass_Kolmogorov_and_Smirnov()
    {
        var values = new float[Draws];
        new RandomStream(21, "normal single").FillNormal(values);
        Assert.InRange(KolmogorovSmirnov.OneSample(Array.ConvertAll(values, z => (double)z), StandardNormal).PValue, 0.001, 1);
    }

    [Fact]
    public void Exponentials_pass_Kolmogorov_and_Smirnov()
    {
        var stream = new RandomStream(21, "exponential");
        var values = Enumerable.Range(0, Draws).Select(_ => stream.NextExponential()).ToArray();
        Assert.True(values.Min() > 0);
        Assert.InRange(KolmogorovSmirnov.OneSample(values, x => 1 - Math.Exp(-x)).PValue, 0.001, 1);
    }

    [Fact]
    public void The_first_normals_of_many_streams_are_as_good_as_one_stream()
    {
        var values = Enumerable.Range(0, 200_000).Select(index => new RandomStream(21, "many", (ulong)index).NextNormal()).ToArray();
        Assert.InRange(KolmogorovSmirnov.OneSample(values, StandardNormal).PValue, 0.001, 1);
        Assert.Equal(0, Correlation(values.AsSpan(1), values.AsSpan(0, values.Length - 1)), 4 / Math.Sqrt(values.Length));
    }

    [Theory]
    [InlineData(1, "c2c", 0, 1, "c2c", 1)]
    [InlineData(1, "c2c", 7, 1, "c2c", 8)]
    [InlineData(1, "c2c", 0, 1, "c2c", 1L << 32)]
    [InlineData(1, "c2c", 0, 2, "c2c", 0)]
    [InlineData(0, "c2c", 0, 1, "c2c", 0)]
    [InlineData(1, "c2c", 0, 1, "d2d", 0)]
    [InlineData(1, "a", 0, 1, "b", 0)]
    [InlineData(1, "c2c", 2, 2, "c2c", 1)]
    public void Neighbouring_streams_are_uncorrelated(long seedA, string purposeA, long indexA, long seedB, string purposeB, long indexB)
    {
        var (a, b) = (new double[Draws], new double[Draws]);
        new RandomStream((ulong)seedA, purposeA, (ulong)indexA).FillNormal(a);
        new RandomStream((ulong)seedB, purposeB, (ulong)indexB).FillNormal(b);
        foreach (var shift in new[] { 0, 1, 2, 4, 32 })
        {
            Assert.Equal(0, Correlation(a.AsSpan(shift), b.AsSpan(0, Draws - shift)), 4 / Math.Sqrt(Draws));
            Assert.Equal(0, Correlation(b.AsSpan(shift), a.AsSpan(0, Draws - shift)), 4 / Math.Sqrt(Draws));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(64)]
    [InlineData(1024)]
    public void Draws_of_one_stream_are_uncorrelated(int lag)
    {
        var singles = new float[Draws];
        new RandomStream(21, "lag").FillNormal(singles);
        var values = Array.ConvertAll(singles, z => (double)z);
        Assert.Equal(0, Correlation(values.AsSpan(lag), values.AsSpan(0, Draws - lag)), 4 / Math.Sqrt(Draws));
    }

    [Fact]
    public void Every_bit_of_a_word_is_set_half_the_time()
    {
        var words = new uint[Draws];
        new RandomStream(21, "bits").Fill(words);
        for (var bit = 0; bit < 32; bit++)
            Assert.Equal(Draws / 2.0, words.Count(word => ((word >> bit) & 1) != 0), 4 * Math.Sqrt(Draws) / 2);
    }

    private static double StandardNormal(double z) => Normal.CDF(0, 1, z);

    private static double Correlation(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var (mx, my) = (Moments.Of(x), Moments.Of(y));
        var sum = 0.0;
        for (var at = 0; at < x.Length; at++)
            sum += (x[at] - mx.Mean) * (y[at] - my.Mean);
        return sum / ((x.Length - 1) * mx.StandardDeviation * my.StandardDeviation);
    }
}
