using OxyPlot;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace DevicePhys.Plotting;

/// <summary>The parts that pictures with means and intervals are made of.</summary>
internal static class Bands
{
    private const byte BandAlpha = 50;

    /// <summary>Few enough points to mark each one.</summary>
    public const int MarkedPoints = 30;

    /// <summary>Adds the area between the lower and the upper ends.</summary>
    public static void AddBand(this PlotModel model, IEnumerable<BandPoint> points, OxyColor color, string? title = null)
    {
        var area = new AreaSeries
        {
            Title = title,
            Fill = OxyColor.FromAColor(BandAlpha, color),
            Color = OxyColors.Transparent,
            Color2 = OxyColors.Transparent,
            StrokeThickness = 0,
        };
        foreach (var point in points)
        {
            area.Points.Add(new DataPoint(point.X, point.Lower));
            area.Points2.Add(new DataPoint(point.X, point.Upper));
        }

        model.Series.Add(area);
    }

    /// <summary>Adds the line through the means.</summary>
    public static void AddMean(this PlotModel model, IReadOnlyList<BandPoint> points, OxyColor color, string? title)
    {
        var line = new LineSeries
        {
            Title = title,
            Color = color,
            StrokeThickness = 2.2,
            LineJoin = LineJoin.Round,
            MarkerType = points.Count <= MarkedPoints ? MarkerType.Circle : MarkerType.None,
            MarkerSize = 3,
            MarkerFill = color,
        };
        line.Points.AddRange(points.Select(p => new DataPoint(p.X, p.Mean)));
        model.Series.Add(line);
    }

    /// <summary>Adds one of many faint lines behind the means.</summary>
    public static void AddFaint(this PlotModel model, IEnumerable<DataPoint> points, OxyColor color, string? title = null, byte alpha = 60)
    {
        var line = new LineSeries { Title = title, Color = OxyColor.FromAColor(alpha, color), StrokeThickness = 1, LineJoin = LineJoin.Round };
        line.Points.AddRange(points);
        model.Series.Add(line);
    }

    /// <summary>Adds a legend in one row between the title and the plot, where it hides nothing.</summary>
    public static void AddLegendAbove(this PlotModel model) => model.Legends.Add(new Legend
    {
        LegendPlacement = LegendPlacement.Outside,
        LegendPosition = LegendPosition.TopCenter,
        LegendOrientation = LegendOrientation.Horizontal,
        LegendItemSpacing = 16,
    });
}
