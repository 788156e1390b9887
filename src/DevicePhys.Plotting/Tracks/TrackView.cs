using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace DevicePhys.Plotting;

/// <summary>A track from above, to scale: the paths of its skyrmions, where they are at the end, and the pins.</summary>
public static class TrackView
{
    private const int Width = 980;
    private const double Margins = 96, Above = 96;

    /// <summary>Draws the picture.</summary>
    /// <param name="title">The title; it names the card.</param>
    /// <param name="lines">The skyrmions.</param>
    /// <param name="pins">Where the pins are [m].</param>
    /// <param name="length">Length of the track [m].</param>
    /// <param name="width">Width of the track [m].</param>
    /// <param name="radius">Radius of a skyrmion [m].</param>
    public static Picture Draw(string title, IReadOnlyList<TrackLine> lines, IReadOnlyList<(double X, double Y)> pins, double length, double width, double radius)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(pins);
        var scale = UnitScale.For("m", [length]);
        var model = new PlotModel { Title = title, Subtitle = "lines: paths; discs: skyrmions at the end, to scale; crosses: pins" };
        model.Axes.Add(Axis(AxisPosition.Bottom, $"Along the track ({scale.Unit})", 0, length * scale.Factor));
        model.Axes.Add(Axis(AxisPosition.Left, $"Across ({scale.Unit})", -width / 2 * scale.Factor, width / 2 * scale.Factor));
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            model.AddFaint(line.X.Zip(line.Y, (x, y) => new DataPoint(x * scale.Factor, y * scale.Factor)), Palette.Series(i), alpha: 150);
            if (line.IsThere)
            {
                model.Annotations.Add(new EllipseAnnotation
                {
                    X = line.X[^1] * scale.Factor,
                    Y = line.Y[^1] * scale.Factor,
                    Width = 2 * radius * scale.Factor,
                    Height = 2 * radius * scale.Factor,
                    Fill = OxyColor.FromAColor(110, Palette.Series(i)),
                    Stroke = Palette.Series(i),
                    StrokeThickness = 1.5,
                });
            }
        }

        var crosses = new ScatterSeries { MarkerType = MarkerType.Cross, MarkerSize = 4, MarkerStroke = OxyColors.Gray, MarkerStrokeThickness = 1.2 };
        crosses.Points.AddRange(pins.Select(pin => new ScatterPoint(pin.X * scale.Factor, pin.Y * scale.Factor)));
        model.Series.Add(crosses);
        PlotStyle.Apply(model);

        // One micrometre is as long across as along.
        return new Picture(model, Width, (int)Math.Clamp((Width - Margins) * width / length + Above, 240, 1400));
    }

    private static LinearAxis Axis(AxisPosition position, string title, double minimum, double maximum) =>
        new() { Position = position, Title = title, Minimum = minimum, Maximum = maximum };
}
