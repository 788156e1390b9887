using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace DevicePhys.Plotting;

/// <summary>Current, positions and number of skyrmions against time, one below the other.</summary>
public static class TrackHistory
{
    private const string Top = "current", Middle = "position", Bottom = "count";

    /// <summary>Draws the picture.</summary>
    /// <param name="title">The title; it names the card.</param>
    /// <param name="times">[Samples], [s].</param>
    /// <param name="densities">[Samples], [A/m²].</param>
    /// <param name="counts">[Samples].</param>
    /// <param name="lines">The skyrmions.</param>
    /// <param name="length">Length of the track [m].</param>
    /// <exception cref="ArgumentException">There is no sample, or the samples differ in number.</exception>
    public static Picture Draw(
        string title, IReadOnlyList<double> times, IReadOnlyList<double> densities, IReadOnlyList<int> counts, IReadOnlyList<TrackLine> lines, double length)
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(densities);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(lines);
        if (times.Count == 0 || densities.Count != times.Count || counts.Count != times.Count)
            throw new ArgumentException("There is no sample, or there are not as many times as values.", nameof(times));
        var (time, place) = (UnitScale.For("s", times), UnitScale.For("m", [length]));
        var model = new PlotModel { Title = title };
        model.Axes.Add(new LinearAxis { Position = AxisPosition.Bottom, Title = $"Time ({time.Unit})", Minimum = 0, Maximum = times[^1] * time.Factor });
        model.Axes.Add(Panel(Top, "j (10^{11} A/m^{2})", 0.79, 1));
        var positions = Panel(Middle, $"Position ({place.Unit})", 0.27, 0.75);
        (positions.Minimum, positions.Maximum) = (0, length * place.Factor);
        model.Axes.Add(positions);
        var number = Panel(Bottom, "Skyrmions", 0, 0.23);
        (number.Minimum, number.Maximum, number.MinimumMajorStep) = (0, Math.Max(1, counts.Max()) * 1.15, 1);
        model.Axes.Add(number);

        model.Series.Add(Line(Top, PlotStyle.Ink, 1.2, times.Zip(densities, (t, j) => new DataPoint(t * time.Factor, j * 1e-11))));
        for (var i = 0; i < lines.Count; i++)
        {
            var points = lines[i].Times.Zip(lines[i].X, (t, x) => new DataPoint(t * time.Factor, x * place.Factor));
            model.Series.Add(Line(Middle, Palette.Series(i), 1.4, points));
        }

        model.Series.Add(Line(Bottom, Palette.First, 1.8, Stairs(times, counts, time.Factor)));
        PlotStyle.Apply(model);
        return new Picture(model, 820, 620);
    }

    private static LinearAxis Panel(string key, string title, double start, double end) => new()
    {
        Key = key, Position = AxisPosition.Left, Title = title, StartPosition = start, EndPosition = end, MinimumPadding = 0.08, MaximumPadding = 0.08,
    };

    private static LineSeries Line(string panel, OxyColor color, double thickness, IEnumerable<DataPoint> points)
    {
        var line = new LineSeries { YAxisKey = panel, Color = color, StrokeThickness = thickness, LineJoin = LineJoin.Round, MinimumSegmentLength = 0.5 };
        line.Points.AddRange(points);
        return line;
    }

    private static IEnumerable<DataPoint> Stairs(IReadOnlyList<double> times, IReadOnlyList<int> counts, double factor)
    {
        for (var i = 0; i < times.Count; i++)
        {
            if (i > 0 && counts[i] != counts[i - 1])
                yield return new DataPoint(times[i] * factor, counts[i - 1]);
            if (i == 0 || i == times.Count - 1 || counts[i] != counts[i - 1])
                yield return new DataPoint(times[i] * factor, counts[i]);
        }
    }
}
