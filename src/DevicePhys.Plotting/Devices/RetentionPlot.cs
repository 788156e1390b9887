using DevicePhys.Statistics;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace DevicePhys.Plotting;

/// <summary>Retention: programmed levels against the logarithm of time, measured or simulated, and what a law makes of them later.</summary>
public static class RetentionPlot
{
    /// <summary>Ten years [s], the usual horizon.</summary>
    public const double TenYears = 10 * 365.25 * 86400;

    private const int LawPoints = 200;

    /// <summary>Draws the picture.</summary>
    /// <param name="title">The title; it names the device.</param>
    /// <param name="quantity">What is kept.</param>
    /// <param name="levels">At least one level with a time above 0.</param>
    /// <param name="horizon">The time that laws are drawn to and that is marked [s]; null for neither.</param>
    /// <param name="limits">Values at which a level counts as lost, as dashed lines.</param>
    /// <param name="logarithmic">Whether the vertical axis is logarithmic, too.</param>
    /// <returns>The picture: of each level the median, the central 90 % of several devices, and the law, dashed.</returns>
    /// <exception cref="ArgumentException">There is nothing to draw, or a trace is not as long as its times.</exception>
    public static Picture Draw(
        string title, AxisQuantity quantity, IReadOnlyList<RetentionLevel> levels, double? horizon = null, IReadOnlyList<double>? limits = null, bool logarithmic = false)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        ArgumentNullException.ThrowIfNull(levels);
        Check(levels, logarithmic);
        var scale = logarithmic ? new UnitScale(quantity.Unit, 1) : UnitScale.For(quantity.Unit, levels.SelectMany(level => level.Traces.SelectMany(trace => trace)));
        var model = new PlotModel { Title = title };
        model.Axes.Add(new LogarithmicAxis { Position = AxisPosition.Bottom, Title = "Time t (s)", MaximumPadding = 0.02 });
        model.Axes.Add(logarithmic
            ? new LogarithmicAxis { Position = AxisPosition.Left, Title = quantity.Title(scale) }
            : new LinearAxis { Position = AxisPosition.Left, Title = quantity.Title(scale), MinimumPadding = 0.06, MaximumPadding = 0.06 });
        for (var i = 0; i < levels.Count; i++)
            Add(model, levels[i], scale, horizon, Palette.Series(i));
        if (horizon is { } end)
        {
            // A line without points of its own would not widen the axis up to the mark.
            model.Annotations.Add(new LineAnnotation
            {
                Type = LineAnnotationType.Vertical, X = end, Color = OxyColors.Gray, LineStyle = LineStyle.Dot, StrokeThickness = 1.2, FontSize = 12, TextColor = OxyColors.Gray,
                Text = end == TenYears ? "10 years" : null, TextOrientation = AnnotationTextOrientation.Vertical, TextLinePosition = 0.03, TextHorizontalAlignment = HorizontalAlignment.Left,
            });
            model.Axes[0].Maximum = 2 * end;
        }

        foreach (var limit in limits ?? [])
        {
            model.Annotations.Add(new LineAnnotation
            {
                Type = LineAnnotationType.Horizontal, Y = limit * scale.Factor, Color = OxyColors.Gray, LineStyle = LineStyle.Dash, StrokeThickness = 1.2, FontSize = 12, TextColor = OxyColors.Gray,
                Text = "limit", TextLinePosition = 0.01, TextHorizontalAlignment = HorizontalAlignment.Left, TextVerticalAlignment = VerticalAlignment.Bottom,
            });
        }

        model.AddLegendAbove();
        PlotStyle.Apply(model);
        return new Picture(model);
    }

    private static void Add(PlotModel model, RetentionLevel level, UnitScale scale, double? horizon, OxyColor color)
    {
        var points = new List<BandPoint>();
        var values = new double[level.Traces.Count];
        for (var t = 0; t < level.Times.Count; t++)
        {
            if (!(level.Times[t] > 0))
                continue;
            for (var d = 0; d < values.Length; d++)
                values[d] = level.Traces[d][t] * scale.Factor;
            var q = Quantiles.Of(values, 0.05, 0.5, 0.95);
            points.Add(new(level.Times[t], q[1], q[0], q[2]));
        }

        if (values.Length > 1)
            model.AddBand(points, color);
        model.AddMean(points, color, values.Length > 1 ? $"{level.Name}: median, 5\u201395 % of {values.Length}" : level.Name);
        if (level.Law is not { } law)
            return;
        var (start, end) = (points[0].X, Math.Max(points[^1].X, horizon ?? 0));
        var line = new LineSeries { Color = color, StrokeThickness = 1.4, LineStyle = LineStyle.Dash, LineJoin = LineJoin.Round };
        for (var i = 0; i <= LawPoints; i++)
        {
            var time = start * Math.Pow(end / start, (double)i / LawPoints);
            line.Points.Add(new DataPoint(time, law(time) * scale.Factor));
        }

        model.Series.Add(line);
    }

    private static void Check(IReadOnlyList<RetentionLevel> levels, bool logarithmic)
    {
        if (levels.Count == 0)
            throw new ArgumentException("There is no level to draw.", nameof(levels));
        foreach (var level in levels)
        {
            if (level.Traces.Count == 0 || !level.Times.Any(time => time > 0))
                throw new ArgumentException($"Level '{level.Name}': there is no trace, or no time above 0.", nameof(levels));
            if (level.Traces.FirstOrDefault(trace => trace.Count != level.Times.Count) is { } odd)
                throw new ArgumentException($"Level '{level.Name}': a trace has {odd.Count} values, expected {level.Times.Count}.", nameof(levels));
            if (level.Traces.Any(trace => trace.Any(value => !double.IsFinite(value) || (logarithmic && value <= 0))))
                throw new ArgumentException($"Level '{level.Name}': a value is not finite, or not above 0 for a logarithmic axis.", nameof(levels));
        }
    }
}
