using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace DevicePhys.Plotting;

/// <summary>A measurement and the model fitted to it, and what is left between them.</summary>
public static class FitPlot
{
    /// <summary>Draws the measurement as open circles, the model as a line and its 95 % band where one is known.</summary>
    /// <param name="title">The title.</param>
    /// <param name="x">What x is.</param>
    /// <param name="y">What y is.</param>
    /// <param name="curves">At least one, with at least one point.</param>
    /// <exception cref="ArgumentException">There is no curve, or the lengths of one differ.</exception>
    public static Picture Curves(string title, AxisQuantity x, AxisQuantity y, IReadOnlyList<FitSeries> curves)
    {
        Check(curves);
        var (model, scaleX, scaleY) = Begin(title, x, y, curves, curves.SelectMany(c => c.Measured));
        for (var i = 0; i < curves.Count; i++)
        {
            var (curve, color) = (curves[i], Palette.Series(i));
            model.Series.Add(Circles($"{curve.Name}: measured", curve.X, curve.Measured, scaleX, scaleY, color));
            if (curve.HalfWidth is { } half)
            {
                model.AddBand(curve.X.Select((at, p) => new BandPoint(
                    at * scaleX.Factor, curve.Model[p] * scaleY.Factor, (curve.Model[p] - half[p]) * scaleY.Factor, (curve.Model[p] + half[p]) * scaleY.Factor)), color);
            }

            var line = new LineSeries { Title = curve.HalfWidth is null ? $"{curve.Name}: model" : $"{curve.Name}: model, 95 % band", Color = color, StrokeThickness = 2.2, LineJoin = LineJoin.Round };
            line.Points.AddRange(curve.X.Zip(curve.Model, (at, value) => new DataPoint(at * scaleX.Factor, value * scaleY.Factor)));
            model.Series.Add(line);
        }

        return Finish(model);
    }

    /// <summary>Draws model minus measurement.</summary>
    /// <param name="title">The title.</param>
    /// <param name="x">What x is.</param>
    /// <param name="y">What y is.</param>
    /// <param name="curves">As for <see cref="Curves"/>.</param>
    /// <exception cref="ArgumentException">As for <see cref="Curves"/>.</exception>
    public static Picture Residuals(string title, AxisQuantity x, AxisQuantity y, IReadOnlyList<FitSeries> curves)
    {
        Check(curves);
        ArgumentNullException.ThrowIfNull(y);
        double[] Rest(FitSeries curve) => [.. curve.Model.Zip(curve.Measured, (a, b) => a - b)];
        var (model, scaleX, scaleY) = Begin(title, x, new AxisQuantity($"{y.Name}: model − measured", "", y.Unit), curves, curves.SelectMany(Rest));
        for (var i = 0; i < curves.Count; i++)
            model.Series.Add(Circles(curves[i].Name, curves[i].X, Rest(curves[i]), scaleX, scaleY, Palette.Series(i)));
        model.Annotations.Add(new LineAnnotation { Type = LineAnnotationType.Horizontal, Y = 0, Color = PlotStyle.Ink, StrokeThickness = 1, LineStyle = LineStyle.Solid, Layer = AnnotationLayer.BelowSeries });
        return Finish(model);
    }

    private static (PlotModel Model, UnitScale X, UnitScale Y) Begin(string title, AxisQuantity x, AxisQuantity y, IReadOnlyList<FitSeries> curves, IEnumerable<double> values)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var (scaleX, scaleY) = (UnitScale.For(x.Unit, curves.SelectMany(c => c.X)), UnitScale.For(y.Unit, values));
        var model = new PlotModel { Title = title };
        model.Axes.Add(new LinearAxis { Position = AxisPosition.Bottom, Title = x.Title(scaleX), MinimumPadding = 0.02, MaximumPadding = 0.02 });
        model.Axes.Add(new LinearAxis { Position = AxisPosition.Left, Title = y.Title(scaleY), MinimumPadding = 0.05, MaximumPadding = 0.05 });
        return (model, scaleX, scaleY);
    }

    private static ScatterSeries Circles(string name, IReadOnlyList<double> x, IReadOnlyList<double> y, UnitScale scaleX, UnitScale scaleY, OxyColor color)
    {
        var circles = new ScatterSeries { Title = name, MarkerType = MarkerType.Circle, MarkerSize = 3, MarkerFill = OxyColors.Transparent, MarkerStroke = OxyColor.FromAColor(170, color), MarkerStrokeThickness = 1 };
        circles.Points.AddRange(x.Zip(y, (at, value) => new ScatterPoint(at * scaleX.Factor, value * scaleY.Factor)));
        return circles;
    }

    private static Picture Finish(PlotModel model)
    {
        model.AddLegendAbove();
        PlotStyle.Apply(model);
        return new Picture(model);
    }

    private static void Check(IReadOnlyList<FitSeries> curves)
    {
        ArgumentNullException.ThrowIfNull(curves);
        if (curves.Count == 0 || curves.Any(c => c.X.Count == 0 || c.X.Count != c.Measured.Count || c.X.Count != c.Model.Count || (c.HalfWidth is { } half && half.Count != c.X.Count)))
            throw new ArgumentException("A curve has no points or not as many measurements, model values and half widths as points, expected equal numbers above 0.", nameof(curves));
    }
}
