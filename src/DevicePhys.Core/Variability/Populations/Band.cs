using DevicePhys.Statistics;

namespace DevicePhys.Variability;

/// <summary>The mean and the central 95 % of many values.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Low">The quantile 0.025.</param>
/// <param name="High">The quantile 0.975.</param>
public readonly record struct Band(double Mean, double Low, double High)
{
    /// <summary>Of some values; NaN where one of them is.</summary>
    /// <param name="values">At least one.</param>
    public static Band Of(double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Any(double.IsNaN))
            return new(double.NaN, double.NaN, double.NaN);
        var ends = Quantiles.Of(values, 0.025, 0.975);
        return new(values.Average(), ends[0], ends[1]);
    }

    /// <summary>Whether a value lies within.</summary>
    /// <param name="value">The value.</param>
    public bool Holds(double value) => value >= Low && value <= High;
}
