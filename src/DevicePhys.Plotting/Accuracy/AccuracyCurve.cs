using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;

namespace DevicePhys.Plotting;

/// <summary>Accuracy against presentations: mean, 95 % confidence band and single runs, beside published values.</summary>
public static class AccuracyCurve
{
    private const int Width = 760;
    private const int Height = 480;

    // Height of the plot area less title and axis; only used to keep labels apart.
    private const double PlotAreaHeight = 370;
    private const double LabelHeight = 15;

    /// <summary>Draws the picture.</summary>
    /// <param name="title">The title; it names the data set.</param>
    /// <param name="series">At least one series with at least one point.</param>
    /// <param name="references">Published values, as dashed lines with their labels in the right margin.</param>
    /// <param name="referenceSource">Who published them, for the legend, such as "Song et al. 2020".</param>
    /// <returns>The picture.</returns>
    /// <exception cref="ArgumentException">There is nothing to draw, or a run is not as long as its series.</exception>
    public static Picture Draw(
        string title, IReadOnlyList<AccuracySeries> series, IReadOnlyList<ReferenceValue> references, string referenceSource = "published")
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(references);
        Check(series);
        var model = new PlotModel { Title = title, Subtitle = "mean, 95 % confidence band and single runs" };
        for (var i = 0; i < series.Count; i++)
        {
            model.AddBand(series[i].Points, Palette.Series(i));
        }

        for (var i = 0; i < series.Count; i++)
        {
            AddRuns(model, series[i], Palette.Series(i));
        }

        // Last, so that no band of another series dims a mean.
        for (var i = 0; i < series.Count; i++)
        {
            model.AddMean(series[i].Points, Palette.Series(i), series[i].Name);
        }

        var (minimum, maximum) = AccuracyRange(series, references);
        var end = series.Max(s => s.Points[^1].X);
        model.Axes.Add(new LinearAxis
        {
            Position = AxisPosition.Bottom,
            Title = "Training presentations",
            Minimum = 0,
            Maximum = end,
            MajorStep = RoundPart(end),
        });
        model.Axes.Add(new LinearAxis { Position = AxisPosition.Left, Title = "Test accuracy (%)", Minimum = minimum, Maximum = maximum });
        ReferenceLines.Add(model, references, referenceSource, minimum, maximum, (maximum - minimum) * LabelHeight / PlotAreaHeight);
        model.Legends.Add(new Legend { LegendPosition = LegendPosition.BottomRight });
        PlotStyle.Apply(model);
        return new Picture(model, Width, Height);
    }

    private static void AddRuns(PlotModel model, AccuracySeries series, OxyColor color)
    {
        foreach (var run in series.Runs)
        {
            model.AddFaint(run.Select((accuracy, i) => new DataPoint(series.Points[i].X, accuracy)), color);
        }
    }

    // A step that has its last tick at the end of the axis; NaN leaves the choice to OxyPlot.
    private static double RoundPart(double end)
    {
        double[] round = [1, 2, 2.5, 3, 4, 5];
        return new[] { end / 5, end / 6, end / 4 }
            .Where(step => round.Any(digit => Math.Abs((step / Math.Pow(10, Math.Floor(Math.Log10(step)))) - digit) < 1e-9))
            .DefaultIfEmpty(double.NaN)
            .First();
    }

    // The first tenth of the training, where accuracy shoots up from chance, may leave the picture at the bottom: the differences that
    // matter are at the end.
    private static (double Minimum, double Maximum) AccuracyRange(IReadOnlyList<AccuracySeries> series, IReadOnlyList<ReferenceValue> references)
    {
        var end = series.Max(s => s.Points[^1].X);
        var settled = series.SelectMany(s => s.Points).Where(p => p.X >= 0.1 * end).ToArray();
        var values = settled.SelectMany(p => new[] { p.Lower, p.Upper }).Concat(references.Select(r => r.Value)).ToArray();
        var minimum = Math.Max(0, 5 * Math.Floor((values.Min() - 1) / 5));
        var maximum = Math.Min(100, 5 * Math.Ceiling((values.Max() + 0.5) / 5));
        return (minimum, maximum);
    }

    private static void Check(IReadOnlyList<AccuracySeries> series)
    {
        if (series.Count == 0)
        {
            throw new ArgumentException("There is no series to draw.", nameof(series));
        }

        foreach (var one in series)
        {
            if (one.Points.Count == 0)
            {
                throw new ArgumentException($"Series '{one.Name}' has no points.", nameof(series));
            }

            if (one.Runs.FirstOrDefault(run => run.Count != one.Points.Count) is { } odd)
            {
                throw new ArgumentException($"Series '{one.Name}': a run has {odd.Count} values, expected {one.Points.Count}.", nameof(series));
            }
        }
    }
}
