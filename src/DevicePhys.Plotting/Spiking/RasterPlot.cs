using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace DevicePhys.Plotting;

/// <summary>When which neuron fired: a dot for each spike.</summary>
public static class RasterPlot
{
    /// <summary>Draws the picture.</summary>
    /// <param name="title">The title; it names the network.</param>
    /// <param name="groups">Spikes in the order of their neurons' colours: a name, and the time [s] and neuron of each spike.</param>
    /// <exception cref="ArgumentException">There is no spike.</exception>
    public static Picture Draw(string title, params IReadOnlyList<(string Name, IReadOnlyList<double> Times, IReadOnlyList<int> Neurons)> groups) =>
        Draw(title, "Neuron", [], [], groups);

    /// <summary>Draws the picture over a grid of lines.</summary>
    /// <param name="title">The title; it names the network.</param>
    /// <param name="neurons">What numbers the neurons.</param>
    /// <param name="times">The times [s] at which something else begins, marked by a line.</param>
    /// <param name="borders">The neurons at which another group begins, marked by a line below them.</param>
    /// <param name="groups">Spikes in the order of their neurons' colours: a name, and the time [s] and neuron of each spike.</param>
    /// <exception cref="ArgumentException">There is no spike.</exception>
    public static Picture Draw(
        string title, string neurons, IReadOnlyList<double> times, IReadOnlyList<int> borders,
        params IReadOnlyList<(string Name, IReadOnlyList<double> Times, IReadOnlyList<int> Neurons)> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        if (!groups.Any(group => group.Times.Count > 0))
            throw new ArgumentException("There is no spike to draw.", nameof(groups));
        var time = UnitScale.For("s", groups.SelectMany(group => group.Times));
        var model = new PlotModel { Title = title };
        model.Axes.Add(new LinearAxis { Position = AxisPosition.Bottom, Title = new AxisQuantity("Time", "", "s").Title(time), Minimum = 0 });
        model.Axes.Add(new LinearAxis { Position = AxisPosition.Left, Title = neurons, Minimum = -1, MinimumMajorStep = 1, MaximumPadding = 0.02 });
        foreach (var start in times)
            model.Annotations.Add(new LineAnnotation { Type = LineAnnotationType.Vertical, X = start * time.Factor, Color = OxyColors.LightGray, LineStyle = LineStyle.Solid, Layer = AnnotationLayer.BelowSeries });
        foreach (var border in borders)
            model.Annotations.Add(new LineAnnotation { Type = LineAnnotationType.Horizontal, Y = border - 0.5, Color = OxyColors.LightGray, LineStyle = LineStyle.Solid, Layer = AnnotationLayer.BelowSeries });
        for (var g = 0; g < groups.Count; g++)
        {
            var dots = new ScatterSeries { Title = groups.Count > 1 ? groups[g].Name : null, MarkerType = MarkerType.Square, MarkerSize = 1.2, MarkerFill = Palette.Series(g) };
            dots.Points.AddRange(groups[g].Times.Zip(groups[g].Neurons, (t, neuron) => new ScatterPoint(t * time.Factor, neuron)));
            model.Series.Add(dots);
        }

        if (groups.Count > 1)
            model.AddLegendAbove();
        PlotStyle.Apply(model);

        // Lines that mean something are not to be taken for those of the scale.
        foreach (var axis in model.Axes.Where(_ => times.Count + borders.Count > 0))
            axis.MajorGridlineStyle = LineStyle.None;
        return new Picture(model);
    }
}
