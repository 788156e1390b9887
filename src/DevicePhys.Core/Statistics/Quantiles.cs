using MathNet.Numerics.Statistics;

namespace DevicePhys.Statistics;

/// <summary>Quantiles of a sample.</summary>
/// <remarks>
/// Linear between the ordered values, with the smallest at probability 0 and the largest at 1: definition 7 of Hyndman and Fan
/// (The American Statistician 50(4), 361, 1996), the one numpy uses.
/// </remarks>
public static class Quantiles
{
    /// <summary>The quantiles of some values.</summary>
    /// <param name="values">The values, in any order; at least 1, no NaN.</param>
    /// <param name="probabilities">The probabilities, from 0 to 1.</param>
    /// <returns>One quantile per probability, in their order.</returns>
    /// <exception cref="ArgumentException">There is no value, or one is NaN.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A probability is not in [0, 1].</exception>
    public static double[] Of(ReadOnlySpan<double> values, params ReadOnlySpan<double> probabilities)
    {
        var sorted = Samples.Sorted(values, nameof(values));
        var quantiles = new double[probabilities.Length];
        for (var at = 0; at < quantiles.Length; at++)
        {
            if (!(probabilities[at] >= 0 && probabilities[at] <= 1))
                throw new ArgumentOutOfRangeException(nameof(probabilities), probabilities[at], "A probability lies from 0 to 1.");
            quantiles[at] = SortedArrayStatistics.QuantileCustom(sorted, probabilities[at], QuantileDefinition.R7);
        }

        return quantiles;
    }
}
