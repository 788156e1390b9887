using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace DevicePhys.Plotting;

/// <summary>Shares with intervals, a line for each name: Sobol indices, for example.</summary>
public static class SharePlot
{
    private const double Apart = 0.12;

    /// <summary>Draws the picture.</summary>
    /// <param name="title">The title.</param>
    /// <param name="names">The lines, from the top.</param>
    /// <param name="quantity">What the shares are of.</param>
    /// <param name="kinds">Each: its name, and for every line the share and both ends of its interval.</param>
    /// <exception cref="ArgumentException">There is nothing to draw, or a kind has another number of lines.</exception>
    public static Picture Draw(string title, IReadOnlyList<string> names, string quantity, IReadOnlyList<(string Name, IReadOnlyList<(double Value, double Low, double High)> Shares)> kinds)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(kinds);
        if (names.Count == 0 || kinds.Any(kind => kind.Shares.Count != names.Count))
            throw new ArgumentException("There is nothing to draw, or not a share for every line.", nameof(kinds));
        var model = new PlotModel { Title = title };
        var lowest = Math.Min(0, kinds.Min(kind => kind.Shares.Min(share => share.Low)));
        var highest = Math.Max(1, kinds.Max(kind => kind.Shares.Max(share => share.High)));
        model.Axes.Add(new LinearAxis { Position = AxisPosition.Bottom, Title = quantity, Minimum = lowest - 0.03, Maximum = highest + 0.03 });
        var lines = new CategoryAxis { Position = AxisPosition.Left, Minimum = -0.5, Maximum = names.Count - 0.5, GapWidth = 0, StartPosition = 1, EndPosition = 0 };
        lines.Labels.AddRange(names);
        model.Axes.Add(lines);
        for (var k = 0; k < kinds.Count; k++)
        {
            var (bars, marks) = (new LineSeries { Color = Palette.Series(k), StrokeThickness = 2 }, new ScatterSeries { Title = kinds[k].Name, MarkerType = MarkerType.Circle, MarkerSize = 5, MarkerFill = Palette.Series(k) });
            for (var line = 0; line < names.Count; line++)
            {
                var (place, share) = (line + ((k - ((kinds.Count - 1) / 2.0)) * 2 * Apart), kinds[k].Shares[line]);
                bars.Points.AddRange([new DataPoint(share.Low, place), new DataPoint(share.High, place), DataPoint.Undefined]);
                marks.Points.Add(new ScatterPoint(share.Value, place));
            }

            model.Series.Add(bars);
            model.Series.Add(marks);
        }

        model.AddLegendAbove();
        PlotStyle.Apply(model);
        return new Picture(model, 860, 180 + (44 * names.Count));
    }
}
