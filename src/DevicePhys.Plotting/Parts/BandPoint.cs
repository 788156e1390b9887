using DevicePhys.Statistics;

namespace DevicePhys.Plotting;

/// <summary>A mean with an interval around it, at one place of the horizontal axis.</summary>
/// <param name="X">The place, in the unit of its axis.</param>
/// <param name="Mean">The mean.</param>
/// <param name="Lower">The lower end of the interval.</param>
/// <param name="Upper">The upper end of the interval.</param>
public readonly record struct BandPoint(double X, double Mean, double Lower, double Upper)
{
    /// <summary>A mean with its confidence interval; without width where one value tells nothing about the spread.</summary>
    /// <param name="x">The place.</param>
    /// <param name="interval">The interval.</param>
    /// <returns>The point.</returns>
    public static BandPoint Of(double x, ConfidenceInterval interval)
    {
        ArgumentNullException.ThrowIfNull(interval);
        var half = interval.HalfWidth ?? 0;
        return new BandPoint(x, interval.Mean, interval.Mean - half, interval.Mean + half);
    }

    /// <summary>The mean of many values and the interval that holds the central 90 % of them.</summary>
    /// <param name="x">The place.</param>
    /// <param name="values">The values; at least one.</param>
    /// <returns>The mean with its 5th and 95th percentile (linear interpolation between order statistics).</returns>
    public static BandPoint Central90(double x, ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException("At least one value is needed.", nameof(values));
        }

        var ends = Quantiles.Of(values, 0.05, 0.95);
        return new BandPoint(x, Moments.Of(values).Mean, ends[0], ends[1]);
    }
}
