using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace DevicePhys.Plotting;

/// <summary>Cumulative distributions of samples on probability paper.</summary>
public static class ProbabilityPlot
{
    // More points than can be told apart only make the file large; all of the sparse tails are kept.
    private const double PointsAcross = 400;
    private const int LinePoints = 200;

    /// <summary>Draws the picture.</summary>
    /// <param name="title">The title; it names the population.</param>
    /// <param name="quantity">What the values are.</param>
    /// <param name="series">At least one sample with at least one value, all finite.</param>
    /// <param name="paper">The ruling.</param>
    /// <param name="logarithmic">Whether the horizontal axis is logarithmic; always so on Weibull paper.</param>
    /// <returns>The picture: each value at its median rank, and the lines of the given distributions.</returns>
    /// <exception cref="ArgumentException">There is nothing to draw, a value is not finite, or one on a logarithmic axis is not above 0.</exception>
    public static Picture Draw(
        string title, AxisQuantity quantity, IReadOnlyList<ProbabilitySeries> series, ProbabilityPaper paper = ProbabilityPaper.Normal, bool logarithmic = false)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        ArgumentNullException.ThrowIfNull(series);
        logarithmic |= paper == ProbabilityPaper.Weibull;
        Check(series, logarithmic);
        var ranks = series.Select(sample => sample.Ranks()).ToArray();
        var (least, most) = (ranks.Min(r => r[0].Value), ranks.Max(r => r[^1].Value));
        var scale = UnitScale.For(quantity.Unit, logarithmic ? [Math.Sqrt(least * most)] : [least, most]);
        var margin = logarithmic ? Math.Pow(most / least, 0.04) : 0.04 * (most - least);
        if (least == most)
            margin = logarithmic ? 1.2 : Math.Max(1e-9, 0.2 * Math.Abs(least));
        (least, most) = logarithmic ? (least / margin, most * margin) : (least - margin, most + margin);
        var model = new PlotModel { Title = title, Subtitle = paper == ProbabilityPaper.Weibull ? "Weibull paper" : logarithmic ? "log-normal paper" : "normal paper" };
        Axis horizontal = logarithmic ? new LogarithmicAxis() : new LinearAxis();
        (horizontal.Position, horizontal.Title) = (AxisPosition.Bottom, quantity.Title(scale));
        (horizontal.Minimum, horizontal.Maximum) = (least * scale.Factor, most * scale.Factor);
        var vertical = new ProbabilityAxis(paper, ranks.Min(r => r[0].Probability), ranks.Max(r => r[^1].Probability));
        model.Axes.Add(horizontal);
        model.Axes.Add(vertical);
        for (var i = 0; i < series.Count; i++)
        {
            model.Series.Add(Points(series[i], ranks[i], paper, scale, (vertical.Maximum - vertical.Minimum) / PointsAcross, Palette.Series(i)));
            if (series[i].Distribution is { } distribution)
                model.Series.Add(Line(distribution, paper, scale, least, most, logarithmic, vertical, Palette.Series(i)));
        }

        if (series.Count > 1)
            model.AddLegendAbove();
        PlotStyle.Apply(model);
        return new Picture(model, 620, 520);
    }

    private static ScatterSeries Points(
        ProbabilitySeries sample, IReadOnlyList<(double Value, double Probability)> ranks, ProbabilityPaper paper, UnitScale scale, double least, OxyColor color)
    {
        var points = new ScatterSeries
        {
            Title = sample.Name, MarkerType = MarkerType.Circle, MarkerSize = 3, MarkerFill = OxyColors.Transparent, MarkerStroke = color, MarkerStrokeThickness = 1.1,
        };
        var last = double.NegativeInfinity;
        for (var i = 0; i < ranks.Count; i++)
        {
            var place = ProbabilityAxis.Place(paper, ranks[i].Probability);
            if (place - last < least && i < ranks.Count - 1)
                continue;
            points.Points.Add(new ScatterPoint(ranks[i].Value * scale.Factor, place));
            last = place;
        }

        return points;
    }

    private static LineSeries Line(
        Func<double, double> distribution, ProbabilityPaper paper, UnitScale scale, double least, double most, bool logarithmic, ProbabilityAxis vertical, OxyColor color)
    {
        var line = new LineSeries { Color = color, StrokeThickness = 1.8, LineJoin = LineJoin.Round };
        for (var i = 0; i <= LinePoints; i++)
        {
            var share = (double)i / LinePoints;
            var value = logarithmic ? least * Math.Pow(most / least, share) : least + ((most - least) * share);
            var probability = distribution(value);
            if (!(probability > 0 && probability < 1))
                continue;
            var place = ProbabilityAxis.Place(paper, probability);
            if (place >= vertical.Minimum && place <= vertical.Maximum)
                line.Points.Add(new DataPoint(value * scale.Factor, place));
        }

        return line;
    }

    private static void Check(IReadOnlyList<ProbabilitySeries> series, bool logarithmic)
    {
        if (series.Count == 0 || series.Any(sample => sample.Values.Count == 0))
            throw new ArgumentException("There is no sample, or one without values.", nameof(series));
        foreach (var sample in series)
        {
            if (sample.Values.Any(value => !double.IsFinite(value)))
                throw new ArgumentException($"Sample '{sample.Name}': a value is not finite.", nameof(series));
            if (logarithmic && sample.Values.Any(value => value <= 0))
                throw new ArgumentException($"Sample '{sample.Name}': a logarithmic axis needs positive values.", nameof(series));
            if (sample.Surviving < 0)
                throw new ArgumentException($"Sample '{sample.Name}': {sample.Surviving} samples survive, expected 0 or more.", nameof(series));
        }
    }
}
