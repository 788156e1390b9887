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
    /// <param name="logarithmic">Whether each axis is logarithmic; points that are not above 0 there are left out.</param>
    /// <param name="references">Values of y marked by a dashed line.</param>
    /// <param name="squares">Squares drawn into the plane: lower left corner and side.</param>
    /// <exception cref="ArgumentException">There is nothing to draw.</exception>
    public static Picture Draw(
        string title,
        AxisQuantity horizontal,
        AxisQuantity vertical,
        IReadOnlyList<CurveSeries> series,
        (bool X, bool Y) logarithmic = default,
        IReadOnlyList<double>? references = null,
        IReadOnlyList<(double X, double Y, double Side)>? squares = null)
    {
        ArgumentNullException.ThrowIfNull(horizontal);
        ArgumentNullException.ThrowIfNull(vertical);
        ArgumentNullException.ThrowIfNull(series);
        var points = series.Select(line => line.X.Zip(line.Y, (x, y) => new DataPoint(x, y)).Where(Shown).ToArray()).ToArray();
        if (!points.Any(line => line.Length > 0))
            throw new ArgumentException("There is no point to draw.", nameof(series));
        var (x, y) = (Scale(horizontal, logarithmic.X, points, p => p.X), Scale(vertical, logarithmic.Y, points, p => p.Y));
        var model = new PlotModel { Title = title };
        model.Axes.Add(Axis(AxisPosition.Bottom, horizontal.Title(x), logarithmic.X));
        model.Axes.Add(Axis(AxisPosition.Left, vertical.Title(y), logarithmic.Y));
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
        foreach (var (left, bottom, side) in squares ?? [])
        {
            model.Annotations.Add(new RectangleAnnotation
            {
                MinimumX = left * x.Factor, MaximumX = (left + side) * x.Factor, MinimumY = bottom * y.Factor, MaximumY = (bottom + side) * y.Factor,
                Fill = OxyColor.FromAColor(40, OxyColors.Gray), Stroke = PlotStyle.Ink, StrokeThickness = 1,
            });
        }

        if (series.Count > 1)
            model.AddLegendAbove();
        PlotStyle.Apply(model);
        return new Picture(model, squares is null ? 720 : 560, squares is null ? 480 : 560);

        bool Shown(DataPoint p) =>
            double.IsFinite(p.X) && double.IsFinite(p.Y) && (!logarithmic.X || p.X > 0) && (!logarithmic.Y || p.Y > 0);
    }

    // A logarithmic axis writes powers of ten, so it needs no prefix.
    private static UnitScale Scale(AxisQuantity quantity, bool logarithmic, DataPoint[][] points, Func<DataPoint, double> value) =>
        logarithmic ? new UnitScale(quantity.Unit, 1) : UnitScale.For(quantity.Unit, points.SelectMany(line => line).Select(value));

    private static Axis Axis(AxisPosition position, string title, bool logarithmic) => logarithmic
        ? new LogarithmicAxis { Position = position, Title = title }
        : new LinearAxis { Position = position, Title = title, MinimumPadding = 0.05, MaximumPadding = 0.05 };
}
