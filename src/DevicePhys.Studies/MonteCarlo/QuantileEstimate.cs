using MathNet.Numerics.Distributions;

namespace DevicePhys.Studies.MonteCarlo;

/// <summary>A quantile and its 95 % interval.</summary>
/// <remarks>
/// The interval runs between two ordered values, chosen by the binomial distribution: it needs no shape of the distribution. It is that of
/// independent samples; those of an even design lie closer.
/// </remarks>
/// <param name="Probability">The probability.</param>
/// <param name="Value">The quantile.</param>
/// <param name="Interval">Its 95 % interval; infinite on a side where there are too few samples.</param>
public sealed record QuantileEstimate(double Probability, double Value, Bounds Interval)
{
    /// <summary>The probabilities that are reported.</summary>
    public static IReadOnlyList<double> Usual { get; } = [0.001, 0.01, 0.05, 0.16, 0.5, 0.84, 0.95, 0.99, 0.999];

    /// <summary>Estimates a quantile.</summary>
    /// <param name="sorted">The values, ascending; at least 1.</param>
    /// <param name="probability">The probability, in (0, 1).</param>
    public static QuantileEstimate Of(double[] sorted, double probability)
    {
        ArgumentNullException.ThrowIfNull(sorted);
        var n = sorted.Length;
        var binomial = new Binomial(probability, n);

        // P(x(low) > q) and P(x(high) < q) are at most 0.025 each, ranks from 1.
        var (low, high) = (0, n + 1);
        var (below, above) = (0.0, 0.0);
        while (low < n && below + binomial.Probability(low) <= 0.025)
            below += binomial.Probability(low++);
        while (high > 1 && above + binomial.Probability(high - 1) <= 0.025)
            above += binomial.Probability(--high);
        return new(probability, Statistics.Quantiles.Of(sorted, probability)[0], new(low < 1 ? double.NegativeInfinity : sorted[low - 1], high > n ? double.PositiveInfinity : sorted[high - 1]));
    }
}
