using System.Globalization;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace DevicePhys.Plotting;

/// <summary>Butterfly curves of a static cell; a volt is as long across as upwards, so that a square is one.</summary>
public static class ButterflyPlot
{
    private const int Side = 600, LegendAndTitle = 40;
    private const double Corner = 0.03;

    /// <summary>Draws the picture.</summary>
    /// <param name="title">The title; it names the cell.</param>
    /// <param name="curves">At least one butterfly with at least two points.</param>
    /// <returns>The picture: node q with qb driven as a line, the other as a dashed line, the noise margin written into each square.</returns>
    /// <exception cref="ArgumentException">There is nothing to draw, or the lengths of a butterfly differ.</exception>
    public static Picture Draw(string title, IReadOnlyList<Butterfly> curves)
    {
        ArgumentNullException.ThrowIfNull(curves);
        if (curves.Count == 0 || curves.Any(c => c.Inputs.Count < 2 || c.First.Count != c.Inputs.Count || c.Second.Count != c.Inputs.Count))
            throw new ArgumentException("There is no butterfly, or one whose curves are not as long as its inputs, with at least 2 points.", nameof(curves));
        var scale = UnitScale.For("V", curves.SelectMany(c => c.Inputs.Concat(c.First).Concat(c.Second)));
        var values = curves.SelectMany(c => c.Inputs.Concat(c.First).Concat(c.Second)).ToArray();
        var margin = 0.04 * (values.Max() - values.Min());
        var model = new PlotModel { Title = title };
        model.Axes.Add(Axis(AxisPosition.Bottom, $"Node qb ({scale.Unit})"));
        model.Axes.Add(Axis(AxisPosition.Left, $"Node q ({scale.Unit})"));
        for (var i = 0; i < curves.Count; i++)
        {
            var curve = curves[i];
            model.Series.Add(Line($"{curve.Name}: q of qb", curve.Inputs, curve.First, LineStyle.Solid, Palette.Series(i)));
            model.Series.Add(Line($"{curve.Name}: qb of q", curve.Second, curve.Inputs, LineStyle.Dash, Palette.Series(i)));
            foreach (var square in curve.Squares.Where(square => square.Side > 0))
                model.Annotations.Add(Square(square, scale, Palette.Series(i)));
        }

        model.AddLegendAbove();
        PlotStyle.Apply(model);
        return new Picture(model, Side, Side + LegendAndTitle);

        LinearAxis Axis(AxisPosition position, string name) => new()
        {
            Position = position, Title = name, Minimum = (values.Min() - margin) * scale.Factor, Maximum = (values.Max() + margin) * scale.Factor,
        };

        LineSeries Line(string name, IReadOnlyList<double> x, IReadOnlyList<double> y, LineStyle style, OxyColor color)
        {
            var line = new LineSeries { Title = name, Color = color, StrokeThickness = 1.8, LineStyle = style, LineJoin = LineJoin.Round, MinimumSegmentLength = 0.5 };
            line.Points.AddRange(x.Zip(y, (a, b) => new DataPoint(a * scale.Factor, b * scale.Factor)));
            return line;
        }
    }

    private static RectangleAnnotation Square((double X, double Y, double Side) square, UnitScale scale, OxyColor color) => new()
    {
        MinimumX = square.X * scale.Factor,
        MaximumX = (square.X + square.Side) * scale.Factor,
        MinimumY = square.Y * scale.Factor,
        MaximumY = (square.Y + square.Side) * scale.Factor,
        Fill = OxyColor.FromAColor(30, color),
        Stroke = color,
        StrokeThickness = 1,
        Text = string.Create(CultureInfo.InvariantCulture, $"{1e3 * square.Side:0} mV"),
        FontSize = 12,
        TextColor = PlotStyle.Ink,

        // In the corner: squares of two conditions lie over each other, and their middles are near.
        TextPosition = new DataPoint((square.X + (Corner * square.Side)) * scale.Factor, (square.Y + ((1 - Corner) * square.Side)) * scale.Factor),
        TextHorizontalAlignment = HorizontalAlignment.Left,
        TextVerticalAlignment = VerticalAlignment.Top,
    };
}
