using DevicePhys.Plotting;
using DevicePhys.Sampling;
using DevicePhys.Tables;

namespace DevicePhys.Tests.Plotting;

/// <summary>One picture of every kind, from made-up data.</summary>
internal static class SamplePictures
{
    /// <summary>The pictures with texts that each must show, units included.</summary>
    public static IReadOnlyDictionary<string, (Func<Picture> Draw, string[] Texts)> All { get; } =
        new Dictionary<string, (Func<Picture>, string[])>
        {
            ["accuracy"] = (Accuracy, ["Training presentations", "Test accuracy (%)", "ideal", "device 89 %", "15000"]),
            ["confusion"] = (Confusion, ["Predicted class", "True class", "Share of the true class (%)", "90", "1.1"]),
            ["conductance"] = (() => Conductance(AxisQuantity.Conductance, 1e-6), ["Conductance G (µS)", "Pulse number", "40"]),
            ["hall"] = (() => Conductance(AxisQuantity.HallResistance, 1e-3), ["Hall resistance R", "xy", "(mΩ)"]),
            ["steps"] = (() => StepMap.Draw("steps", Table()), ["Conductance G (µS)", "Step per pulse ΔG (nS)", "−400"]),
            ["sweep log"] = (() => Sweep(SweepScale.Logarithmic, "s", 1e-9), ["Pulse width (ns)", "default", "published", "10", "1000"]),
            ["sweep linear"] = (() => Sweep(SweepScale.Linear, "", 1), ["Pulse width", "Test accuracy (%)"]),
            ["normal paper"] = (() => Sample(ProbabilityPaper.Normal, false), ["Set voltage", "Cumulative probability (%)", "50", "90", "1"]),
            ["log-normal paper"] = (() => Sample(ProbabilityPaper.Normal, true), ["Set voltage", "log-normal paper", "99"]),
            ["weibull paper"] = (() => Sample(ProbabilityPaper.Weibull, true), ["Weibull paper", "63.2", "10", "batch B"]),
            ["correlation"] = (Correlation, ["OnOffRatio", "CurvatureLtp", "1.00", "\u22120.70", "Correlation coefficient"]),
            ["sweep cards"] = (Cards, ["Card", "Song2020", "ideal"]),
        };

    public static PulseTable Table()
    {
        const int bins = 9, levels = 4;
        double[] up = [.. Enumerable.Range(0, bins * levels).Select(i => i / levels == bins - 1 ? 0 : 1e-7 * (3 + (i % levels)))];
        double[] down = [.. Enumerable.Range(0, bins * levels).Select(i => i / levels == 0 ? 0 : -1e-7 * (6 - (i % levels)))];
        TableCorner Corner(double size) =>
            new(40e-6 * size, 44e-6 * size, up.Select(s => s * size).ToArray(), down.Select(s => s * size).ToArray(), new double[bins]);
        var pulse = new PulseRecord(1, 1e-8, 1e-7, 1e-12);
        var provenance = new TableProvenance("Synapse.Made", "0", "MTJ conductance", "R", "none", "0", 1, 1, new Dictionary<string, string>());
        return new PulseTable(bins, levels, Corner(1), [Corner(0.9), Corner(1.1)], pulse, pulse, 1e8, null, provenance);
    }

    private static Picture Accuracy()
    {
        AccuracySeries Series(string name, double final)
        {
            double[] presentations = [500, 2000, 5000, 10000, 15000];
            double[] mean = [.. presentations.Select(x => final - (30 * Math.Exp(-x / 1500)))];
            return new(
                name,
                [.. mean.Select((m, i) => new BandPoint(presentations[i], m, m - 0.3, m + 0.3))],
                [[.. mean.Select(m => m - 0.5)], [.. mean.Select(m => m + 0.5)]]);
        }

        return AccuracyCurve.Draw("accuracy", [Series("ideal", 93), Series("skyrmion", 90)], [new("device 89 %", 89), new("device 90 %", 90)]);
    }

    private static Picture Confusion() =>
        ConfusionMatrix.Draw("confusion", [.. Enumerable.Range(0, 100).Select(i => i / 10 == i % 10 ? 810 : 10)]);

    private static Picture Conductance(AxisQuantity quantity, double unit)
    {
        double[] Trace(double size) => [.. Enumerable.Range(0, 33).Select(p => unit * (40 + (size * (p <= 16 ? p : 32 - p))))];
        return ConductanceCurve.Draw("curve", quantity, [.. Enumerable.Range(0, 20).Select(i => Trace(1 + (0.02 * i)))], 16);
    }

    private static Picture Sweep(SweepScale scale, string unit, double first)
    {
        BandPoint[] points = [.. Enumerable.Range(0, 4).Select(i => new BandPoint(first * Math.Pow(10, i), 86 + i, 85.5 + i, 86.5 + i))];
        return SweepPlot.Draw("sweep", new(new("Pulse width", "", unit), scale, first * 10), [new("card", points)], new("published 89\u201390 %", 89, 90));
    }

    private static Picture Sample(ProbabilityPaper paper, bool logarithmic)
    {
        ProbabilitySeries One(string name, double scale, double shape)
        {
            var stream = new RandomStream(3, name);
            double[] values = [.. Enumerable.Range(0, 100).Select(_ => scale * Math.Pow(-Math.Log(stream.NextDouble()), 1 / shape))];
            return new(name, values, paper == ProbabilityPaper.Weibull ? 5 : 0, x => x <= 0 ? 0 : 1 - Math.Exp(-Math.Pow(x / scale, shape)));
        }

        return ProbabilityPlot.Draw("set voltages", new("Set voltage", "V_{set}", "V"), [One("batch A", 3.1, 6), One("batch B", 2.2, 4)], paper, logarithmic);
    }

    private static Picture Correlation() => CorrelationMatrix.Draw(
        "parameters", ["ROn", "OnOffRatio", "CurvatureLtp", "CurvatureLtd"], [1, -0.7, 0.12, 0.05, -0.7, 1, 0.3, -0.02, 0.12, 0.3, 1, 0.86, 0.05, -0.02, 0.86, 1]);

    private static Picture Cards() =>
        SweepPlot.Draw("cards", new(new("Card"), SweepScale.Category, 1, ["ideal", "Song2020"]), [new("all", [new(0, 93, 92.8, 93.2), new(1, 90, 89, 91)])]);
}
