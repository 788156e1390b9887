using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace DevicePhys.Plotting;

/// <summary>Reads the data out of a drawn plot.</summary>
internal static class PlotReading
{
    /// <summary>The data; null for a plot that is no pair of axes with lines and marks, such as a heat map or several panels.</summary>
    /// <param name="model">A model that has been drawn, so that its axes know their ends.</param>
    public static PlotData? Of(PlotModel model)
    {
        var horizontal = model.Axes.Where(axis => axis.Position == AxisPosition.Bottom).ToArray();
        var vertical = model.Axes.Where(axis => axis.Position == AxisPosition.Left).ToArray();
        if (horizontal is not [var x] || vertical is not [var y] || model.Axes.Any(axis => axis is LinearColorAxis))
            return null;
        var series = model.Series.SelectMany(Parts).ToArray();
        if (series.Any(part => part is null || part.X.Concat(part.Y).Concat(part.Upper ?? []).Any(value => !double.IsFinite(value))))
            return null;
        var marks = model.Annotations.OfType<LineAnnotation>().Select(mark => Mark(mark, x, y)).Concat(model.Annotations.OfType<RectangleAnnotation>().Select(Frame));
        return new PlotData(model.Title ?? "", Axis(x), Axis(y), [.. marks, .. series.OfType<PlotSeries>().Where(part => part.X.Count > 0)]);
    }

    private static PlotAxis Axis(Axis axis)
    {
        PlotTick[]? ticks = null;
        if (axis is CategoryAxis or ProbabilityAxis or ListedLogarithmicAxis)
        {
            axis.GetTickValues(out var labels, out _, out _);
            ticks = [.. labels.Select(at => new PlotTick(at, Plain(axis.FormatValue(at))))];
        }

        return new(Plain(axis.Title ?? ""), axis is LogarithmicAxis, axis.ActualMinimum, axis.ActualMaximum, ticks);
    }

    private static IEnumerable<PlotSeries?> Parts(Series series)
    {
        switch (series)
        {
            case AreaSeries area:
                yield return new(Plain(area.Title), PlotShape.Band, Color(area.ActualFill), 0, Xs(area.Points), Ys(area.Points), Ys(area.Points2));
                break;
            case LineSeries line:
                var shape = line.LineStyle is LineStyle.Automatic or LineStyle.Solid ? PlotShape.Line : PlotShape.Dashes;
                yield return new(Plain(line.Title), shape, Color(line.ActualColor), line.StrokeThickness, Xs(line.Points), Ys(line.Points));
                if (line.MarkerType != MarkerType.None)
                    yield return new("", PlotShape.Marks, Color(line.ActualColor), line.MarkerSize, Xs(line.Points), Ys(line.Points));
                break;
            case ScatterErrorSeries bars:
                var points = bars.Points.OfType<ScatterErrorPoint>().ToArray();
                yield return new(
                    Plain(bars.Title), PlotShape.Bars, Color(bars.ErrorBarColor), bars.ErrorBarStrokeThickness,
                    [.. points.Select(p => p.X)], [.. points.Select(p => p.Y - (p.ErrorY / 2))], [.. points.Select(p => p.Y + (p.ErrorY / 2))]);
                if (bars.MarkerType != MarkerType.None)
                    yield return new("", PlotShape.Marks, Color(bars.ActualMarkerFillColor), bars.MarkerSize, [.. points.Select(p => p.X)], [.. points.Select(p => p.Y)]);
                break;
            case ScatterSeries marks:
                var color = marks.MarkerStroke.IsUndefined() || marks.MarkerStroke.IsInvisible() ? marks.ActualMarkerFillColor : marks.MarkerStroke;
                yield return new(Plain(marks.Title), PlotShape.Marks, Color(color), marks.MarkerSize, [.. marks.Points.Select(p => p.X)], [.. marks.Points.Select(p => p.Y)]);
                break;
            default:
                yield return null;
                break;
        }
    }

    private static PlotSeries Mark(LineAnnotation mark, Axis x, Axis y) => new(
        Plain(mark.Text), mark.LineStyle == LineStyle.Solid ? PlotShape.Line : PlotShape.Dashes, Color(mark.Color), mark.StrokeThickness,
        mark.Type == LineAnnotationType.Vertical ? [mark.X, mark.X] : [x.ActualMinimum, x.ActualMaximum],
        mark.Type == LineAnnotationType.Vertical ? [y.ActualMinimum, y.ActualMaximum] : [mark.Y, mark.Y]);

    private static PlotSeries Frame(RectangleAnnotation frame) => new(
        Plain(frame.Text), PlotShape.Line, Color(frame.Stroke), frame.StrokeThickness,
        [frame.MinimumX, frame.MaximumX, frame.MaximumX, frame.MinimumX, frame.MinimumX], [frame.MinimumY, frame.MinimumY, frame.MaximumY, frame.MaximumY, frame.MinimumY]);

    private static double[] Xs(List<DataPoint> points) => [.. points.Select(p => p.X)];

    private static double[] Ys(List<DataPoint> points) => [.. points.Select(p => p.Y)];

    private static string Color(OxyColor color) => color.A == 255
        ? $"#{color.R:x2}{color.G:x2}{color.B:x2}" : $"#{color.R:x2}{color.G:x2}{color.B:x2}{color.A:x2}";

    // A page draws its own text: what OxyPlot sets lower or higher stands on the line.
    private static string Plain(string? text) =>
        (text ?? "").Replace("^{", "^", StringComparison.Ordinal).Replace("_{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
}
