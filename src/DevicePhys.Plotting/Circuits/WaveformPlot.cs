using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace DevicePhys.Plotting;

/// <summary>Signals against time, one panel for each group of them.</summary>
public static class WaveformPlot
{
    /// <summary>Draws the picture.</summary>
    /// <param name="title">The title; it names the circuit.</param>
    /// <param name="unit">The unit of all signals, such as "V".</param>
    /// <param name="panels">The groups, from the top: lines over a common time [s].</param>
    /// <param name="marks">Times at which something begins, and what [s].</param>
    /// <exception cref="ArgumentException">There is no panel, or one without a line.</exception>
    public static Picture Draw(
        string title, string unit, IReadOnlyList<IReadOnlyList<CurveSeries>> panels, IReadOnlyList<(double Time, string Name)> marks)
    {
        ArgumentNullException.ThrowIfNull(panels);
        ArgumentNullException.ThrowIfNull(marks);
        if (panels.Count == 0 || panels.Any(panel => panel.Count == 0))
            throw new ArgumentException("There is no panel, or one without a line.", nameof(panels));
        var end = panels.SelectMany(panel => panel).Max(line => line.X[^1]);
        var time = UnitScale.For("s", [end]);
        var model = new PlotModel { Title = title };
        model.Axes.Add(new LinearAxis { Position = AxisPosition.Bottom, Title = $"Time ({time.Unit})", Minimum = 0, Maximum = end * time.Factor });
        var color = 0;
        for (var i = 0; i < panels.Count; i++)
        {
            var (top, height) = (1 - ((double)i / panels.Count), 0.92 / panels.Count);
            var key = $"panel {i}";
            var names = string.Join(", ", panels[i].Select(line => line.Name));
            model.Axes.Add(new LinearAxis
            {
                Key = key, Position = AxisPosition.Left, Title = $"{names} ({unit})", StartPosition = top - height, EndPosition = top,
                MinimumPadding = 0.08, MaximumPadding = i == 0 ? 0.3 : 0.08,
            });
            foreach (var line in panels[i])
            {
                var series = new LineSeries { YAxisKey = key, Title = line.Name, Color = Palette.Series(color++), StrokeThickness = 1.6, MinimumSegmentLength = 0.5 };
                series.Points.AddRange(line.X.Zip(line.Y, (x, y) => new DataPoint(x * time.Factor, y)));
                model.Series.Add(series);
            }

            foreach (var (at, name) in marks)
            {
                model.Annotations.Add(new LineAnnotation
                {
                    Type = LineAnnotationType.Vertical, X = at * time.Factor, YAxisKey = key, Color = OxyColors.Gray, LineStyle = LineStyle.Dot,
                    Text = i == 0 ? name : null, TextOrientation = AnnotationTextOrientation.Horizontal, FontSize = 11,
                    TextHorizontalAlignment = HorizontalAlignment.Left, TextVerticalAlignment = VerticalAlignment.Top, TextLinePosition = 1,
                });
            }
        }

        model.AddLegendAbove();
        PlotStyle.Apply(model);
        return new Picture(model, 860, 220 + (150 * panels.Count));
    }
}
