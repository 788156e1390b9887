using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace DevicePhys.Plotting;

/// <summary>Dashed horizontal lines at published values, with their labels in the right margin.</summary>
internal static class ReferenceLines
{
    private static readonly OxyColor Grey = OxyColor.FromRgb(0x66, 0x66, 0x66);

    /// <summary>Adds the lines, and an axis on the right that carries the labels.</summary>
    /// <param name="model">The model; its vertical axis is complete.</param>
    /// <param name="references">The published values.</param>
    /// <param name="source">Who published them, for the legend.</param>
    /// <param name="minimum">Where the vertical axis begins.</param>
    /// <param name="maximum">Where it ends.</param>
    /// <param name="gap">The least distance between two labels, in the unit of the axis.</param>
    public static void Add(
        PlotModel model, IReadOnlyList<ReferenceValue> references, string source, double minimum, double maximum, double gap)
    {
        if (references.Count == 0)
        {
            return;
        }

        foreach (var reference in references)
        {
            model.Annotations.Add(new LineAnnotation
            {
                Type = LineAnnotationType.Horizontal,
                Y = reference.Value,
                Color = Grey,
                StrokeThickness = 1.2,
                LineStyle = LineStyle.Dash,
                Layer = AnnotationLayer.BelowSeries,
            });
        }

        // An annotation has no place in the legend; a series without points has.
        model.Series.Add(new LineSeries { Title = source, Color = Grey, StrokeThickness = 1.2, LineStyle = LineStyle.Dash });
        var ordered = references.OrderBy(r => r.Value).ToArray();
        var places = Spread([.. ordered.Select(r => r.Value)], gap);
        model.Axes.Add(new ListedAxis(places)
        {
            Key = "references",
            Position = AxisPosition.Right,
            Minimum = minimum,
            Maximum = maximum,
            TextColor = Grey,
            FontSize = 12,
            LabelFormatter = place => ordered[Array.IndexOf(places, place)].Label,
            AxisTickToLabelDistance = 6,
        });
    }

    // Pushes labels apart until none overlap, keeping each group centred on its values.
    private static double[] Spread(double[] values, double gap)
    {
        var places = (double[])values.Clone();
        for (var round = 0; round < 100; round++)
        {
            for (var i = 1; i < places.Length; i++)
            {
                var overlap = gap - (places[i] - places[i - 1]);
                if (overlap > 0)
                {
                    places[i - 1] -= overlap / 2;
                    places[i] += overlap / 2;
                }
            }
        }

        return places;
    }
}
