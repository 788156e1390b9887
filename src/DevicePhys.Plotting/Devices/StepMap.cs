using DevicePhys.Tables;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;

namespace DevicePhys.Plotting;

/// <summary>What one pulse does at every conductance: the mean step, its spread from cycle to cycle, and the spread across devices.</summary>
public static class StepMap
{
    private const int FaintDevices = 20;

    /// <summary>Draws the picture.</summary>
    /// <param name="title">The title; it names the card.</param>
    /// <param name="table">The table.</param>
    /// <returns>
    /// The picture: per polarity the mean step of the nominal device and the central 90 % of its steps (C2C), and the mean steps of the
    /// first devices of the population (D2D) as faint lines.
    /// </returns>
    public static Picture Draw(string title, PulseTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var model = new PlotModel { Title = title };
        var devices = table.Population.Take(FaintDevices).ToArray();
        var conductance = UnitScale.For("S", devices.Append(table.Nominal).Select(corner => corner.GMax));
        var (up, down) = (Points(table, table.Nominal, Polarity.Potentiation), Points(table, table.Nominal, Polarity.Depression));
        var step = UnitScale.For("S", up.Concat(down).SelectMany(p => new[] { p.Lower, p.Upper }));
        model.AddBand(Scaled(up, conductance, step), Palette.First);
        model.AddBand(Scaled(down, conductance, step), Palette.Second);
        for (var i = 0; i < devices.Length; i++)
        {
            AddDevice(Points(table, devices[i], Polarity.Potentiation), Palette.First, i == 0 ? "other devices (D2D), mean" : null);
            AddDevice(Points(table, devices[i], Polarity.Depression), Palette.Second, null);
        }

        model.AddMean(Scaled(up, conductance, step), Palette.First, "potentiation: mean, 5\u201395 %");
        model.AddMean(Scaled(down, conductance, step), Palette.Second, "depression: mean, 5\u201395 %");
        model.Annotations.Add(new LineAnnotation
        {
            Type = LineAnnotationType.Horizontal,
            Y = 0,
            Color = PlotStyle.Ink,
            StrokeThickness = 1,
            LineStyle = LineStyle.Solid,
            Layer = AnnotationLayer.BelowSeries,
        });
        model.Axes.Add(new LinearAxis { Position = AxisPosition.Bottom, Title = AxisQuantity.Conductance.Title(conductance) });
        var change = new AxisQuantity("Step per pulse", "\u0394G", "S");
        model.Axes.Add(new LinearAxis { Position = AxisPosition.Left, Title = change.Title(step), MinimumPadding = 0.05, MaximumPadding = 0.05 });
        model.AddLegendAbove();
        PlotStyle.Apply(model);
        return new Picture(model);

        void AddDevice(BandPoint[] points, OxyColor color, string? name) =>
            model.AddFaint(Scaled(points, conductance, step).Select(p => new DataPoint(p.X, p.Mean)), color, name);
    }

    private static BandPoint[] Points(PulseTable table, TableCorner corner, Polarity polarity)
    {
        var steps = corner.Steps(polarity).Span;
        var points = new BandPoint[table.Bins];
        for (var bin = 0; bin < points.Length; bin++)
        {
            var conductance = corner.GMin + ((corner.GMax - corner.GMin) * bin / (table.Bins - 1));
            points[bin] = BandPoint.Central90(conductance, steps.Slice(bin * table.Levels, table.Levels));
        }

        return points;
    }

    private static BandPoint[] Scaled(BandPoint[] points, UnitScale x, UnitScale y) =>
        [.. points.Select(p => new BandPoint(p.X * x.Factor, p.Mean * y.Factor, p.Lower * y.Factor, p.Upper * y.Factor))];
}
