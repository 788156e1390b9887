using DevicePhys.Statistics;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace DevicePhys.Plotting;

/// <summary>Current against voltage over many cycles, and their median.</summary>
public static class CurrentVoltagePlot
{
    private const int MedianPoints = 400;
    private const byte Most = 150, Least = 30;

    // How much of it all cycles share, so that ten of them are as dark as a hundred.
    private const int Ink = 3000;

    /// <summary>Draws the picture.</summary>
    /// <param name="title">The title; it names the device.</param>
    /// <param name="cycles">At least one cycle with at least two points: X the voltage [V], Y the current [A], in the order of the sweep.</param>
    /// <param name="logarithmic">Whether the magnitude of the current is drawn, on a logarithmic axis.</param>
    /// <param name="floor">On a logarithmic axis the smallest magnitude drawn [A]; 0 for a millionth of the largest. Smaller ones, such as at 0 V, are drawn there.</param>
    /// <param name="what">What the cycles are, for the legend: "devices" when each is of another one.</param>
    /// <returns>The picture: each cycle as a faint line and, of three or more, the median.</returns>
    /// <exception cref="ArgumentException">There is nothing to draw, or a value is not finite.</exception>
    public static Picture Draw(string title, IReadOnlyList<CurveSeries> cycles, bool logarithmic = false, double floor = 0, string what = "cycles")
    {
        ArgumentNullException.ThrowIfNull(cycles);
        Check(cycles, floor);
        if (logarithmic && floor == 0)
            floor = 1e-6 * cycles.Max(cycle => cycle.Y.Max(Math.Abs));
        if (logarithmic && floor == 0)
            throw new ArgumentException("No current flows in any cycle, which a logarithmic axis cannot show.", nameof(cycles));
        var voltage = UnitScale.For("V", cycles.SelectMany(cycle => cycle.X));
        var current = logarithmic ? new UnitScale("A", 1) : UnitScale.For("A", cycles.SelectMany(cycle => cycle.Y));
        var model = new PlotModel { Title = title };
        model.Axes.Add(new LinearAxis { Position = AxisPosition.Bottom, Title = new AxisQuantity("Voltage", "V", "V").Title(voltage), MinimumPadding = 0.03, MaximumPadding = 0.03 });
        model.Axes.Add(logarithmic
            ? new LogarithmicAxis { Position = AxisPosition.Left, Title = "Current |I| (A)", MinimumPadding = 0.03, MaximumPadding = 0.05 }
            : new LinearAxis { Position = AxisPosition.Left, Title = new AxisQuantity("Current", "I", "A").Title(current), MinimumPadding = 0.05, MaximumPadding = 0.05 });
        var many = cycles.Count > 2;
        var alpha = (byte)Math.Clamp(Ink / cycles.Count, Least, Most);

        // A legend entry of its own: a single faint line cannot be seen in it.
        if (many)
            model.AddFaint([], Palette.First, $"{cycles.Count} {what}", Most);
        for (var i = 0; i < cycles.Count; i++)
        {
            var points = cycles[i].X.Zip(cycles[i].Y, Point);
            if (many)
                model.AddFaint(points, Palette.First, alpha: alpha);
            else
                model.Series.Add(Line(cycles.Count > 1 ? cycles[i].Name : null, points, Palette.Series(i), 1.8));
        }

        if (many)
            model.Series.Add(Line("median", Median(cycles).Select(p => Point(p.Voltage, p.Current)), Palette.Second, 2.2));
        if (cycles.Count > 1)
            model.AddLegendAbove();
        PlotStyle.Apply(model);
        return new Picture(model);

        DataPoint Point(double v, double i) => new(v * voltage.Factor, logarithmic ? Math.Max(Math.Abs(i), floor) : i * current.Factor);
    }

    /// <summary>The median cycle: of voltage and current at the same share of the way along each sweep.</summary>
    /// <param name="cycles">As for <see cref="Draw"/>.</param>
    /// <returns>Voltage [V] and current [A] along the sweep.</returns>
    /// <remarks>The way is the sum of the voltage steps, so cycles sampled differently, or turned around at other voltages, still meet branch by branch.</remarks>
    public static IReadOnlyList<(double Voltage, double Current)> Median(IReadOnlyList<CurveSeries> cycles)
    {
        ArgumentNullException.ThrowIfNull(cycles);
        Check(cycles, 0);
        var ways = cycles.Select(Way).ToArray();
        var count = Math.Min(MedianPoints, cycles.Max(cycle => cycle.X.Count));
        var median = new (double, double)[count];
        var (v, i) = (new double[cycles.Count], new double[cycles.Count]);
        for (var at = 0; at < count; at++)
        {
            var share = (double)at / (count - 1);
            for (var c = 0; c < cycles.Count; c++)
                (v[c], i[c]) = At(cycles[c], ways[c], share);
            median[at] = (Quantiles.Of(v, 0.5)[0], Quantiles.Of(i, 0.5)[0]);
        }

        return median;
    }

    private static double[] Way(CurveSeries cycle)
    {
        var way = new double[cycle.X.Count];
        for (var i = 1; i < way.Length; i++)
            way[i] = way[i - 1] + Math.Abs(cycle.X[i] - cycle.X[i - 1]);
        var length = way[^1];

        // A sweep of the current may leave the voltage where it is; then each sample is a step of the way.
        return length > 0 ? [.. way.Select(w => w / length)] : [.. way.Select((_, i) => (double)i / (way.Length - 1))];
    }

    private static (double Voltage, double Current) At(CurveSeries cycle, double[] way, double share)
    {
        var above = Array.BinarySearch(way, share);
        above = Math.Clamp(above < 0 ? ~above : above, 1, way.Length - 1);
        var below = above - 1;
        var part = way[above] > way[below] ? Math.Clamp((share - way[below]) / (way[above] - way[below]), 0, 1) : 1;
        return (cycle.X[below] + (part * (cycle.X[above] - cycle.X[below])), cycle.Y[below] + (part * (cycle.Y[above] - cycle.Y[below])));
    }

    private static LineSeries Line(string? name, IEnumerable<DataPoint> points, OxyColor color, double thickness)
    {
        var line = new LineSeries { Title = name, Color = color, StrokeThickness = thickness, LineJoin = LineJoin.Round, MinimumSegmentLength = 0.5 };
        line.Points.AddRange(points);
        return line;
    }

    private static void Check(IReadOnlyList<CurveSeries> cycles, double floor)
    {
        if (cycles.Count == 0 || cycles.FirstOrDefault(cycle => cycle.X.Count < 2 || cycle.X.Count != cycle.Y.Count) is not null)
            throw new ArgumentException("There is no cycle, or one without as many currents as voltages, at least 2.", nameof(cycles));
        if (cycles.Any(cycle => cycle.X.Concat(cycle.Y).Any(value => !double.IsFinite(value))))
            throw new ArgumentException("A voltage or a current is not finite.", nameof(cycles));
        if (!(floor >= 0))
            throw new ArgumentOutOfRangeException(nameof(floor), floor, "The floor of a logarithmic axis is 0 or more.");
    }
}
