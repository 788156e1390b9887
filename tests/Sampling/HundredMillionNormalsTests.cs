using DevicePhys.Sampling;
using DevicePhys.Statistics;
using MathNet.Numerics.Distributions;
using Xunit;

namespace DevicePhys.Tests.Sampling;

/// <summary>10^8 normals of one stream: moments, shape and tails, each within 4 standard errors.</summary>
public sealed class HundredMillionNormalsTests
{
    private const int Draws = 100_000_000;
    private const int Bins = 256;
    private const double Edge = 4;

    [Fact]
    public void Single_normals_are_normal_in_moments_shape_and_tails()
    {
        var stream = new RandomStream(31, "hundred million");
        var (values, moments, bins, tails) = (new float[4000], default(Moments), new long[Bins], new long[3]);
        for (var drawn = 0; drawn < Draws; drawn += values.Length)
        {
            stream.FillNormal(values);
            moments += Moments.Of(values);
            foreach (var value in values)
                Count(value, bins, tails);
        }

        Check(moments, bins, tails);
    }

    [Fact]
    public void Double_normals_are_normal_in_moments_shape_and_tails()
    {
        var stream = new RandomStream(32, "hundred million");
        var (values, moments, bins, tails) = (new double[4000], default(Moments), new long[Bins], new long[3]);
        for (var drawn = 0; drawn < Draws; drawn += values.Length)
        {
            stream.FillNormal(values);
            moments += Moments.Of(values);
            foreach (var value in values)
                Count(value, bins, tails);
        }

        Check(moments, bins, tails);
    }

    // 254 bins of equal width from -4 to 4, and one beyond each end.
    private static void Count(double value, long[] bins, long[] tails)
    {
        bins[(int)Math.Clamp(((value + Edge) * ((Bins - 2) / (2 * Edge))) + 1, 0, Bins - 1)]++;
        if (Math.Abs(value) > 4)
            for (var beyond = 4; beyond <= 6 && Math.Abs(value) > beyond; beyond++)
                tails[beyond - 4]++;
    }

    private static void Check(Moments moments, long[] bins, long[] tails)
    {
        // Standard errors of the moments of n normals: Kendall and Stuart, vol. 1, 10: 1/n, 2/n, 6/n, 24/n.
        double n = Draws;
        Assert.Equal(Draws, moments.Count);
        Assert.Equal(0, moments.Mean, 4 * Math.Sqrt(1 / n));
        Assert.Equal(1, moments.Variance, 4 * Math.Sqrt(2 / n));
        Assert.Equal(0, moments.Skewness, 4 * Math.Sqrt(6 / n));
        Assert.Equal(3, moments.Kurtosis, 4 * Math.Sqrt(24 / n));

        var chiSquare = 0.0;
        for (var bin = 0; bin < Bins; bin++)
        {
            var lower = bin == 0 ? double.NegativeInfinity : -Edge + ((bin - 1) * 2 * Edge / (Bins - 2));
            var upper = bin == Bins - 1 ? double.PositiveInfinity : -Edge + (bin * 2 * Edge / (Bins - 2));
            var expected = n * (Normal.CDF(0, 1, upper) - Normal.CDF(0, 1, lower));
            chiSquare += Math.Pow(bins[bin] - expected, 2) / expected;
        }

        Assert.InRange(chiSquare, Bins - 1 - (4 * Math.Sqrt(2 * (Bins - 1))), Bins - 1 + (4 * Math.Sqrt(2 * (Bins - 1))));

        // Origin: erfc(k / sqrt(2)), mpmath 1.2.1. Beyond 6 the expectation is 0.2, so more than 3 would be a wrong tail.
        Assert.Equal(6.334248366623985e-05 * n, tails[0], 4 * Math.Sqrt(6.334248366623985e-05 * n));
        Assert.Equal(5.733031437583878e-07 * n, tails[1], 4 * Math.Sqrt(5.733031437583878e-07 * n));
        Assert.InRange(tails[2], 0, 3);
    }
}
