using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace DevicePhys.Plotting;

/// <summary>Lines of one quantity against another.</summary>
public static class CurvePlot
{
    /// <summary>Draws the picture.</summary>
    /// <param name="title">The title; it names the card or the cell.</param>
    /// <param name="horizontal">What x is.</param>
    /// <param name="vertical">What y is.</param>
    /// <param name="series">At least one line with at least one point.</param>
    /// <param name="references">Values of y marked by a dashed line.</param>
    /// <param name="logarithmic">Whether both axes are logarithmic; points that are not above 0 are then left out.</param>
    /// <exception cref="ArgumentException">There is nothing to draw.</exception>
    public static Picture Draw(
        string title,
        AxisQuantity horizontal,
        AxisQuantity vertical,
        IReadOnlyList<CurveSeries> series,
        IReadOnlyList<double>? references = null,
        bool logarithmic = false)
    {
        ArgumentNullException.ThrowIfNull(horizontal);
        ArgumentNullException.ThrowIfNull(vertical);
        ArgumentNullException.ThrowIfNull(series);
        var points = series.Select(line => line.X.Zip(line.Y, (x, y) => new DataPoint(x, y)).Where(p => double.IsFinite(p.X) && double.IsFinite(p.Y) && (!logarithmic || (p.X > 0 && p.Y > 0))).ToArray()).ToArray();
        if (!points.Any(line => line.Length > 0))
            throw new ArgumentException("There is no point to draw.", nameof(series));
        var x = UnitScale.For(horizontal.Unit, points.SelectMany(line => line).Select(p => p.X));
        var y = UnitScale.For(vertical.Unit, points.SelectMany(line => line).Select(p => p.Y));
        var model = new PlotModel { Title = title };
        model.Axes.Add(Axis(AxisPosition.Bottom, horizontal.Title(x), logarithmic));
        model.Axes.Add(Axis(AxisPosition.Left, vertical.Title(y), logarithmic));
        for (var i = 0; i < points.Length; i++)
        {
            var line = new LineSeries
            {
                Title = series.Count > 1 ? series[i].Name : null, Color = Palette.Series(i), StrokeThickness = 1.8, LineJoin = LineJoin.Round, MinimumSegmentLength = 0.5,
            };
            line.Points.AddRange(points[i].Select(p => new DataPoint(p.X * x.Factor, p.Y * y.Factor)));
            model.Series.Add(line);
        }

        foreach (var reference in references ?? [])
            model.Annotations.Add(new LineAnnotation { Type = LineAnnotationType.Horizontal, Y = reference * y.Factor, Color = OxyColors.Gray, LineStyle = LineStyle.Dash });
        if (series.Count > 1)
            model.AddLegendAbove();
        PlotStyle.Apply(model);
        return new Picture(model);
    }

    private static Axis Axis(AxisPosition position, string title, bool logarithmic)
    {
        Axis axis = logarithmic ? new LogarithmicAxis() : new LinearAxis();
        (axis.Position, axis.Title, axis.MinimumPadding, axis.MaximumPadding) = (position, title, 0.05, 0.05);
        return axis;
    }
}
