using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace DevicePhys.Plotting;

/// <summary>Energies of several machines on one logarithmic axis, a line for each machine: published beside computed.</summary>
public static class EnergyPlot
{
    /// <summary>Draws the picture.</summary>
    /// <param name="title">The title.</param>
    /// <param name="quantity">What the energy is of, such as "Energy per synaptic event".</param>
    /// <param name="marks">The machines, from the top; energies above 0.</param>
    /// <exception cref="ArgumentException">There is nothing to draw.</exception>
    public static Picture Draw(string title, string quantity, IReadOnlyList<EnergyMark> marks)
    {
        ArgumentNullException.ThrowIfNull(marks);
        double[] values = [.. marks.SelectMany(mark => new[] { mark.Published, mark.Computed }).OfType<double>()];
        if (values.Length == 0 || values.Any(value => !(value > 0)))
            throw new ArgumentException("There is no energy to draw, or one that is not above 0.", nameof(marks));
        var model = new PlotModel { Title = title };
        model.Axes.Add(new LogarithmicAxis
        {
            Position = AxisPosition.Bottom, Title = $"{quantity} (J)",
            Minimum = Math.Pow(10, Math.Floor(Math.Log10(values.Min()) - 0.2)), Maximum = Math.Pow(10, Math.Ceiling(Math.Log10(values.Max()) + 0.2)),
        });
        var names = new CategoryAxis { Position = AxisPosition.Left, Minimum = -0.5, Maximum = marks.Count - 0.5, GapWidth = 0, StartPosition = 1, EndPosition = 0 };
        names.Labels.AddRange(marks.Select(mark => mark.Name));
        model.Axes.Add(names);
        Add("published", MarkerType.Circle, 0, mark => mark.Published);
        Add("computed here", MarkerType.Square, 1, mark => mark.Computed);
        model.AddLegendAbove();
        PlotStyle.Apply(model);
        return new Picture(model, 860, 160 + (32 * marks.Count));

        void Add(string name, MarkerType marker, int color, Func<EnergyMark, double?> energy)
        {
            var series = new ScatterSeries { Title = name, MarkerType = marker, MarkerSize = 8 - (3 * color), MarkerFill = Palette.Series(color) };
            for (var row = 0; row < marks.Count; row++)
            {
                if (energy(marks[row]) is { } value)
                    series.Points.Add(new ScatterPoint(value, row));
            }

            model.Series.Add(series);
        }
    }
}
