using System.Globalization;
using MathNet.Numerics.Distributions;
using OxyPlot.Axes;

namespace DevicePhys.Plotting;

/// <summary>An axis of cumulative probabilities, ruled so that one distribution is a straight line.</summary>
internal sealed class ProbabilityAxis : LinearAxis
{
    // The room one label needs, as a share of the axis.
    private const double LabelShare = 0.045;

    // [%], the more important first: what does not find room is left without a label.
    private static readonly double[] NormalMarks = [50, 1, 99, 10, 90, 0.1, 99.9, 0.01, 99.99, 25, 75, 5, 95, 0.001, 99.999, 1e-4, 1e-5, 1e-6, 40, 60];
    private static readonly double[] WeibullMarks = [63.2, 1, 99, 10, 90, 0.1, 99.9, 0.01, 0.001, 1e-4, 1e-5, 1e-6, 5, 2, 20, 40, 0.5, 0.2];

    private readonly ProbabilityPaper paper;
    private readonly double[] marks;

    /// <summary>Creates the axis.</summary>
    /// <param name="paper">The ruling.</param>
    /// <param name="least">The smallest probability shown.</param>
    /// <param name="most">The largest.</param>
    public ProbabilityAxis(ProbabilityPaper paper, double least, double most)
    {
        this.paper = paper;
        Position = AxisPosition.Left;
        Title = "Cumulative probability (%)";
        var (low, high) = (Place(paper, least), Place(paper, most));
        var margin = Math.Max(0.04 * (high - low), 0.2);
        (Minimum, Maximum) = (low - margin, high + margin);
        marks = Fitting(paper == ProbabilityPaper.Normal ? NormalMarks : WeibullMarks);
        LabelFormatter = place => Percent(marks.MinBy(mark => Math.Abs(Place(paper, mark / 100) - place)));
    }

    /// <summary>Where a probability stands.</summary>
    /// <param name="paper">The ruling.</param>
    /// <param name="probability">In (0, 1).</param>
    /// <returns>The normal quantile, or ln(-ln(1 - F)).</returns>
    public static double Place(ProbabilityPaper paper, double probability) =>
        paper == ProbabilityPaper.Normal ? Normal.InvCDF(0, 1, probability) : Math.Log(-Math.Log(1 - probability));

    /// <inheritdoc/>
    public override void GetTickValues(out IList<double> majorLabelValues, out IList<double> majorTickValues, out IList<double> minorTickValues)
    {
        majorLabelValues = [.. marks.Select(mark => Place(paper, mark / 100))];
        majorTickValues = majorLabelValues;
        minorTickValues = [];
    }

    private double[] Fitting(double[] candidates)
    {
        var room = LabelShare * (Maximum - Minimum);
        var chosen = new List<double>();
        foreach (var candidate in candidates)
        {
            var place = Place(paper, candidate / 100);
            if (place >= Minimum && place <= Maximum && chosen.All(other => Math.Abs(Place(paper, other / 100) - place) >= room))
                chosen.Add(candidate);
        }

        return [.. chosen.Order()];
    }

    private static string Percent(double mark) =>
        mark < 1e-3 ? NumberLabel.Power(mark, mark, 100) : mark.ToString("0.#####", CultureInfo.InvariantCulture);
}
