using OxyPlot.Axes;

namespace DevicePhys.Plotting;

/// <summary>A linear axis whose only labels stand at given places, without ticks.</summary>
/// <param name="places">Where the labels stand.</param>
internal sealed class ListedAxis(IReadOnlyList<double> places) : LinearAxis
{
    /// <inheritdoc/>
    public override void GetTickValues(out IList<double> majorLabelValues, out IList<double> majorTickValues, out IList<double> minorTickValues)
    {
        majorLabelValues = [.. places];
        majorTickValues = [];
        minorTickValues = [];
    }
}
