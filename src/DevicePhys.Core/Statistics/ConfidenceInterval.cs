using MathNet.Numerics.Distributions;

namespace DevicePhys.Statistics;

/// <summary>The mean of some values and the interval that holds the true mean with a given confidence.</summary>
/// <remarks>A single value has a mean but says nothing about its spread: its bounds are null, not a number that looks like knowledge.</remarks>
/// <param name="Mean">The mean of the values.</param>
/// <param name="Lower">The lower bound; null for a single value.</param>
/// <param name="Upper">The upper bound; null for a single value.</param>
/// <param name="Level">The confidence, in (0, 1).</param>
/// <param name="Count">The number of values.</param>
public sealed record ConfidenceInterval(double Mean, double? Lower, double? Upper, double Level, int Count)
{
    /// <summary>Half the width: the number after the plus-minus sign; null for a single value.</summary>
    public double? HalfWidth => (Upper - Lower) / 2;

    /// <summary>The interval of the mean by Student's t distribution: mean ± t s / sqrt(n), with n - 1 degrees of freedom.</summary>
    /// <param name="values">Independent values, such as one accuracy per seed; at least 1, all finite.</param>
    /// <param name="level">The confidence, in (0, 1).</param>
    /// <returns>The interval; without bounds where there is one value only.</returns>
    /// <exception cref="ArgumentException">There is no value, or one that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not in (0, 1).</exception>
    public static ConfidenceInterval OfMean(ReadOnlySpan<double> values, double level = 0.95)
    {
        if (!(level > 0 && level < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "A confidence level lies between 0 and 1, such as 0.95.");
        if (values.IsEmpty)
            throw new ArgumentException("There are no values; a mean needs at least 1.", nameof(values));

        var moments = Moments.Of(values);
        if (values.Length == 1)
            return new ConfidenceInterval(moments.Mean, null, null, level, 1);
        var t = StudentT.InvCDF(0, 1, values.Length - 1, (1 + level) / 2);
        var half = t * moments.StandardDeviation / Math.Sqrt(values.Length);
        return new ConfidenceInterval(moments.Mean, moments.Mean - half, moments.Mean + half, level, values.Length);
    }
}
