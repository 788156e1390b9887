using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;

namespace DevicePhys.Plotting;

/// <summary>Conductance, or another readout, against pulse number: potentiation first, depression after it.</summary>
public static class ConductanceCurve
{
    private const int SingleTraces = 5;

    /// <summary>Draws the picture.</summary>
    /// <param name="title">The title; it names the card.</param>
    /// <param name="quantity">What was read: <see cref="AxisQuantity.Conductance"/> or <see cref="AxisQuantity.HallResistance"/>.</param>
    /// <param name="traces">[Traces × (Pulses + 1)], in the unit of the quantity: the reads before the first and after every pulse.</param>
    /// <param name="potentiationPulses">How many of the pulses, counted from the first, are potentiation pulses.</param>
    /// <returns>The picture: the mean, the central 90 % of all traces, and the first few traces themselves.</returns>
    /// <exception cref="ArgumentException">There is no trace, or the traces differ in length.</exception>
    public static Picture Draw(string title, AxisQuantity quantity, IReadOnlyList<IReadOnlyList<double>> traces, int potentiationPulses)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        ArgumentNullException.ThrowIfNull(traces);
        Check(traces, potentiationPulses);
        var scale = UnitScale.For(quantity.Unit, traces.SelectMany(trace => trace));
        var model = new PlotModel { Title = title };
        var points = Summary(traces, scale);
        var rising = points[..(potentiationPulses + 1)];
        var falling = points[potentiationPulses..];
        AddHalf(model, rising, Palette.First, "potentiation: mean, 5\u201395 %");
        AddHalf(model, falling, Palette.Second, "depression: mean, 5\u201395 %");
        var shown = Math.Min(SingleTraces, traces.Count);
        for (var i = 0; i < shown; i++)
        {
            var single = traces[i].Select((value, pulse) => new DataPoint(pulse, value * scale.Factor));
            model.AddFaint(single, PlotStyle.Ink, i == 0 ? $"{shown} of {traces.Count} traces" : null, alpha: 90);
        }

        if (rising.Length > 1 && falling.Length > 1)
        {
            model.Annotations.Add(new LineAnnotation
            {
                Type = LineAnnotationType.Vertical,
                X = potentiationPulses,
                Color = OxyColors.Gray,
                StrokeThickness = 1,
                LineStyle = LineStyle.Dot,
            });
        }

        model.Axes.Add(new LinearAxis { Position = AxisPosition.Bottom, Title = "Pulse number", Minimum = 0, Maximum = points.Length - 1 });
        model.Axes.Add(new LinearAxis
        {
            Position = AxisPosition.Left,
            Title = quantity.Title(scale),
            MinimumPadding = 0.05,
            MaximumPadding = 0.05,
        });
        model.AddLegendAbove();
        PlotStyle.Apply(model);
        return new Picture(model);
    }

    private static void AddHalf(PlotModel model, BandPoint[] half, OxyColor color, string title)
    {
        if (half.Length > 1)
        {
            model.AddBand(half, color);
            model.AddMean(half, color, title);
        }
    }

    private static BandPoint[] Summary(IReadOnlyList<IReadOnlyList<double>> traces, UnitScale scale)
    {
        var values = new double[traces.Count];
        var points = new BandPoint[traces[0].Count];
        for (var pulse = 0; pulse < points.Length; pulse++)
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = traces[i][pulse] * scale.Factor;
            }

            points[pulse] = BandPoint.Central90(pulse, values);
        }

        return points;
    }

    private static void Check(IReadOnlyList<IReadOnlyList<double>> traces, int potentiationPulses)
    {
        if (traces.Count == 0 || traces[0].Count < 2)
        {
            throw new ArgumentException("There is no trace with at least one pulse.", nameof(traces));
        }

        if (traces.FirstOrDefault(trace => trace.Count != traces[0].Count) is { } odd)
        {
            throw new ArgumentException($"A trace has {odd.Count} reads, expected {traces[0].Count}.", nameof(traces));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(potentiationPulses);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(potentiationPulses, traces[0].Count - 1);
    }
}
