using OxyPlot.Axes;

namespace DevicePhys.Plotting;

/// <summary>A logarithmic axis whose ticks stand at given values: the swept ones, which are seldom decades.</summary>
internal sealed class ListedLogarithmicAxis : LogarithmicAxis
{
    private readonly IReadOnlyList<double> values;

    /// <summary>Creates the axis.</summary>
    /// <param name="values">Where the ticks stand, ascending.</param>
    public ListedLogarithmicAxis(IReadOnlyList<double> values)
    {
        this.values = values;
        LabelFormatter = value => NumberLabel.Power(value, values[0], values[^1]);
    }

    /// <inheritdoc/>
    public override void GetTickValues(out IList<double> majorLabelValues, out IList<double> majorTickValues, out IList<double> minorTickValues)
    {
        majorLabelValues = [.. values];
        majorTickValues = [.. values];
        minorTickValues = [];
    }
}
