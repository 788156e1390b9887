using OxyPlot.Axes;

namespace DevicePhys.Plotting;

/// <summary>The horizontal axis of a sweep, with its ends fixed and ticks that suit its values.</summary>
internal static class SweepTicks
{
    // The room one label needs, as a share of the axis.
    private const double LabelShare = 0.07;
    private const double Margin = 0.04;

    /// <summary>Makes the axis.</summary>
    /// <param name="axis">What is swept.</param>
    /// <param name="values">The swept values, in the unit of the axis.</param>
    /// <returns>The axis, without a title.</returns>
    public static Axis Axis(SweepAxis axis, IReadOnlyCollection<double> values)
    {
        if (axis.Scale == SweepScale.Category)
        {
            var categories = new CategoryAxis { Position = AxisPosition.Bottom, Minimum = -0.5, Maximum = axis.Categories!.Count - 0.5 };
            categories.Labels.AddRange(axis.Categories);
            return categories;
        }

        var (least, most) = (values.Min(), values.Max());
        if (axis.Scale == SweepScale.Linear)
        {
            var margin = most > least ? Margin * (most - least) : 1;
            return new LinearAxis { Position = AxisPosition.Bottom, Minimum = least - margin, Maximum = most + margin };
        }

        var factor = most > least ? Math.Pow(most / least, Margin) : 2;
        var ordered = values.Distinct().Order().ToArray();
        return HasRoom(ordered)
            ? new ListedLogarithmicAxis(ordered) { Position = AxisPosition.Bottom, Minimum = least / factor, Maximum = most * factor }
            : new LogarithmicAxis { Position = AxisPosition.Bottom, Minimum = least / factor, Maximum = most * factor };
    }

    private static bool HasRoom(double[] ordered)
    {
        var span = Math.Log(ordered[^1] / ordered[0]);
        return Enumerable.Range(1, ordered.Length - 1).All(i => Math.Log(ordered[i] / ordered[i - 1]) >= LabelShare * span);
    }
}
