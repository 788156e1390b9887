using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace DevicePhys.Plotting;

/// <summary>Accuracy against a swept quantity: means with confidence intervals, the default marked, the published range shaded.</summary>
public static class SweepPlot
{
    private const string Interval = "mean, 95 % CI";

    /// <summary>Draws the picture.</summary>
    /// <param name="title">The title; it names the card and the data set.</param>
    /// <param name="axis">What is swept.</param>
    /// <param name="series">At least one series with at least one point.</param>
    /// <param name="published">The published range, or null.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="ArgumentException">There is nothing to draw, or a logarithmic axis gets a value that is not positive.</exception>
    public static Picture Draw(string title, SweepAxis axis, IReadOnlyList<SweepSeries> series, PublishedBand? published = null)
    {
        ArgumentNullException.ThrowIfNull(axis);
        ArgumentNullException.ThrowIfNull(series);
        Check(axis, series);
        var model = new PlotModel { Title = title };
        var scale = Scale(axis, series);
        var lines = series.Select(s => s.Points.Select(p => p with { X = p.X * scale.Factor }).ToArray()).ToArray();
        var horizontal = SweepTicks.Axis(axis, [.. lines.SelectMany(line => line).Select(p => p.X)]);
        horizontal.Title = axis.Quantity.Title(scale);
        var vertical = Vertical(lines, published);
        model.Axes.Add(horizontal);
        model.Axes.Add(vertical);
        if (published is not null)
        {
            BandPoint End(double x) => new(x, 0, published.Lower, published.Upper);
            model.AddBand([End(horizontal.Minimum), End(horizontal.Maximum)], Palette.Series(2), published.Label);
        }

        if (axis.Default is { } value)
        {
            AddDefault(model, value * scale.Factor, vertical);
        }

        for (var i = 0; i < lines.Length; i++)
        {
            var name = lines.Length == 1 ? Interval : $"{series[i].Name}: {Interval}";
            AddSeries(model, lines[i], Palette.Series(i), name, axis.Scale);
        }

        model.AddLegendAbove();
        PlotStyle.Apply(model);
        return new Picture(model);
    }

    private static UnitScale Scale(SweepAxis axis, IReadOnlyList<SweepSeries> series)
    {
        var values = series.SelectMany(s => s.Points).Select(p => p.X).ToArray();
        return axis.Scale switch
        {
            SweepScale.Category => new UnitScale(axis.Quantity.Unit, 1),
            SweepScale.Logarithmic => UnitScale.For(axis.Quantity.Unit, [Math.Sqrt(values.Min() * values.Max())]),
            _ => UnitScale.For(axis.Quantity.Unit, values),
        };
    }

    private static LinearAxis Vertical(BandPoint[][] lines, PublishedBand? published)
    {
        var lower = lines.SelectMany(line => line).Min(p => p.Lower);
        var upper = lines.SelectMany(line => line).Max(p => p.Upper);
        (lower, upper) = (Math.Min(lower, published?.Lower ?? lower), Math.Max(upper, published?.Upper ?? upper));
        var margin = Math.Max(0.06 * (upper - lower), 0.3);
        return new LinearAxis
        {
            Position = AxisPosition.Left,
            Title = "Test accuracy (%)",
            Minimum = Math.Max(0, lower - margin),
            Maximum = Math.Min(100, upper + margin),
        };
    }

    // A series and not an annotation, so that the legend explains it.
    private static void AddDefault(PlotModel model, double x, LinearAxis vertical)
    {
        var line = new LineSeries { Title = "default", Color = OxyColors.Gray, StrokeThickness = 1.2, LineStyle = LineStyle.Dash };
        line.Points.AddRange([new DataPoint(x, vertical.Minimum), new DataPoint(x, vertical.Maximum)]);
        model.Series.Add(line);
    }

    private static void AddSeries(PlotModel model, BandPoint[] points, OxyColor color, string name, SweepScale scale)
    {
        var isCategory = scale == SweepScale.Category;
        if (!isCategory)
        {
            model.AddMean(points, color, name);
        }

        var bars = new ScatterErrorSeries
        {
            Title = isCategory ? name : null,
            MarkerType = isCategory ? MarkerType.Circle : MarkerType.None,
            MarkerSize = 4,
            MarkerFill = color,
            ErrorBarColor = color,
            ErrorBarStrokeThickness = 1.4,
            ErrorBarStopWidth = 4,
        };

        // An error bar is symmetric; an interval need not be, so the bar is centred on the interval and the marker on the mean.
        bars.Points.AddRange(points.Select(p => new ScatterErrorPoint(p.X, isCategory ? p.Mean : (p.Lower + p.Upper) / 2, 0, p.Upper - p.Lower)));
        model.Series.Add(bars);
    }

    private static void Check(SweepAxis axis, IReadOnlyList<SweepSeries> series)
    {
        if (series.Count == 0 || series.Any(s => s.Points.Count == 0))
        {
            throw new ArgumentException("There is no series, or one without points.", nameof(series));
        }

        if (axis.Scale == SweepScale.Logarithmic && series.Any(s => s.Points.Any(p => !(p.X > 0))))
        {
            throw new ArgumentException("A logarithmic axis needs positive values.", nameof(series));
        }

        if (axis.Scale == SweepScale.Category && axis.Categories is null)
        {
            throw new ArgumentException("A category axis needs its labels.", nameof(axis));
        }
    }
}
