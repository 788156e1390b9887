using MathNet.Numerics.Distributions;

namespace DevicePhys.Variability;

/// <summary>Two normal populations mixed: most values, and a second kind of device among them.</summary>
/// <remarks>
/// Expectation-maximisation (Dempster, Laird, Rubin, J. R. Stat. Soc. B 39, 1 (1977)) from a cut at the median and at both quartiles, the best of
/// the three kept. A component is at least a tenth as wide as all values, which keeps the likelihood finite.
/// </remarks>
/// <param name="Share">The part of the smaller population, at most 1/2.</param>
/// <param name="Mean">The mean of the larger one.</param>
/// <param name="Deviation">Its standard deviation.</param>
/// <param name="OtherMean">The mean of the smaller one.</param>
/// <param name="OtherDeviation">Its standard deviation.</param>
/// <param name="Gain">By how much the Bayesian information criterion is below that of one normal population; above 10 is strong evidence of two.</param>
public sealed record TwoComponents(double Share, double Mean, double Deviation, double OtherMean, double OtherDeviation, double Gain)
{
    private const int Rounds = 500;
    private static readonly double[] Cuts = [0.25, 0.5, 0.75];

    /// <summary>Fits the mixture.</summary>
    /// <param name="values">At least 8 values that differ; logarithms of what spans decades.</param>
    public static TwoComponents Fit(IReadOnlyCollection<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] x = [.. values.Order()];
        if (x.Length < 8 || !(x[0] < x[^1]))
            throw new ArgumentException($"There are {x.Length} values, expected at least 8 that differ.", nameof(values));
        var one = Marginal.Fit(MarginalKind.Normal, x);
        var single = x.Sum(v => Normal.PDFLn(one.First, one.Second, v));
        var best = Cuts.Select(cut => From(x, (int)(cut * x.Length), 0.1 * one.Second)).MaxBy(fit => fit.Likelihood);

        // Three parameters more.
        var gain = (2 * (best.Likelihood - single)) - (3 * Math.Log(x.Length));
        var (a, b) = best.Share <= 0.5 ? (best.Main, best.Other) : (best.Other, best.Main);
        return new(Math.Min(best.Share, 1 - best.Share), a.Mean, a.Deviation, b.Mean, b.Deviation, gain);
    }

    /// <summary>The distribution function.</summary>
    /// <param name="x">A value.</param>
    public double Cumulative(double x) => ((1 - Share) * Normal.CDF(Mean, Deviation, x)) + (Share * Normal.CDF(OtherMean, OtherDeviation, x));

    /// <summary>The logarithm of the density.</summary>
    /// <param name="x">A value.</param>
    public double LogDensity(double x) => Math.Log(Math.Max(double.Epsilon, ((1 - Share) * Normal.PDF(Mean, Deviation, x)) + (Share * Normal.PDF(OtherMean, OtherDeviation, x))));

    /// <summary>The value below which a share lies.</summary>
    /// <param name="share">The share, in (0, 1).</param>
    public double Quantile(double share)
    {
        // Between the quantiles of the two, where both functions are on one side of the share.
        var (a, b) = (Normal.InvCDF(Mean, Deviation, share), Normal.InvCDF(OtherMean, OtherDeviation, share));
        var (low, high) = (Math.Min(a, b), Math.Max(a, b));
        for (var halving = 0; halving < 60 && high > low; halving++)
        {
            var middle = 0.5 * (low + high);
            (low, high) = Cumulative(middle) < share ? (middle, high) : (low, middle);
        }

        return 0.5 * (low + high);
    }

    private static (double Share, (double Mean, double Deviation) Main, (double Mean, double Deviation) Other, double Likelihood) From(double[] x, int cut, double least)
    {
        double[] belongs = [.. x.Select((_, i) => i < cut ? 0.0 : 1.0)];
        var (share, likelihood) = (0.5, double.NegativeInfinity);
        (double Mean, double Deviation) main = default, other = default;
        for (var round = 0; round < Rounds; round++)
        {
            share = belongs.Average();
            (main, other) = (Moments(x, belongs, 1), Moments(x, belongs, 0));
            var now = 0.0;
            for (var i = 0; i < x.Length; i++)
            {
                var (a, b) = ((1 - share) * Normal.PDF(main.Mean, main.Deviation, x[i]), share * Normal.PDF(other.Mean, other.Deviation, x[i]));
                belongs[i] = a + b > 0 ? b / (a + b) : share;
                now += Math.Log(Math.Max(a + b, double.Epsilon));
            }

            if (now - likelihood < 1e-9)
                break;
            likelihood = now;
        }

        return (share, main, other, likelihood);

        (double Mean, double Deviation) Moments(double[] values, double[] second, double less)
        {
            double Weight(int i) => less == 1 ? 1 - second[i] : second[i];
            var total = Math.Max(1e-12, Enumerable.Range(0, values.Length).Sum(Weight));
            var mean = Enumerable.Range(0, values.Length).Sum(i => Weight(i) * values[i]) / total;
            var variance = Enumerable.Range(0, values.Length).Sum(i => Weight(i) * (values[i] - mean) * (values[i] - mean)) / total;
            return (mean, Math.Max(least, Math.Sqrt(variance)));
        }
    }
}
