using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace DevicePhys.Plotting;

/// <summary>What each effect costs in points of accuracy: a line for each, with both answers and their intervals.</summary>
public static class CostPlot
{
    private const int Width = 760;

    /// <summary>Draws the picture.</summary>
    /// <param name="title">The title; it names the device and the data set.</param>
    /// <param name="marks">The effects, from the top; at least one.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="ArgumentException">There is nothing to draw.</exception>
    public static Picture Draw(string title, IReadOnlyList<CostMark> marks)
    {
        ArgumentNullException.ThrowIfNull(marks);
        if (marks.Count == 0)
        {
            throw new ArgumentException("There is no effect to draw.", nameof(marks));
        }

        var model = new PlotModel { Title = title, Subtitle = "mean and 95 % CI" };
        var ends = marks.SelectMany(mark => new[] { mark.Gained, mark.Lost }).SelectMany(point => new[] { point.Lower, point.Upper }).Append(0).ToArray();
        var margin = Math.Max(0.06 * (ends.Max() - ends.Min()), 0.2);
        model.Axes.Add(new LinearAxis { Position = AxisPosition.Bottom, Title = "Cost in test accuracy (points)", Minimum = ends.Min() - margin, Maximum = ends.Max() + margin });
        var names = new CategoryAxis { Position = AxisPosition.Left, Minimum = -0.5, Maximum = marks.Count - 0.5, GapWidth = 0, StartPosition = 1, EndPosition = 0 };
        names.Labels.AddRange(marks.Select(mark => mark.Name));
        model.Axes.Add(names);
        model.Annotations.Add(new LineAnnotation { Type = LineAnnotationType.Vertical, X = 0, Color = OxyColors.Gray, LineStyle = LineStyle.Solid, Layer = AnnotationLayer.BelowSeries });
        Add("gained when it is taken out of the device", MarkerType.Circle, 0, -0.14, mark => mark.Gained);
        Add("lost when it is alone in an ideal device", MarkerType.Square, 1, 0.14, mark => mark.Lost);
        model.AddLegendAbove();
        PlotStyle.Apply(model);
        return new Picture(model, Width, 190 + (42 * marks.Count));

        void Add(string name, MarkerType marker, int color, double shift, Func<CostMark, BandPoint> cost)
        {
            var points = new ScatterSeries { Title = name, MarkerType = marker, MarkerSize = 5, MarkerFill = Palette.Series(color) };
            for (var row = 0; row < marks.Count; row++)
            {
                var found = cost(marks[row]);
                var bar = new LineSeries { Color = Palette.Series(color), StrokeThickness = 1.8 };
                bar.Points.AddRange([new DataPoint(found.Lower, row + shift), new DataPoint(found.Upper, row + shift)]);
                model.Series.Add(bar);
                points.Points.Add(new ScatterPoint(found.Mean, row + shift));
            }

            model.Series.Add(points);
        }
    }
}
