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
            ["iv"] = (() => Loops(logarithmic: false), ["Voltage V (V)", "Current I (mA)", "40 cycles", "median"]),
            ["iv semilog"] = (() => Loops(logarithmic: true), ["Current |I| (A)", "10", "\u22123"]),
            ["retention"] = (Retention, ["Time t (s)", "Conductance G (µS)", "10 years", "high: median, 5\u201395 % of 30", "limit"]),
            ["fit"] = (() => Fit(FitPlot.Curves), ["Pulse number", "Conductance (µS)", "LTP: measured", "LTD: model, 95 % band"]),
            ["residuals"] = (() => Fit(FitPlot.Residuals), ["Conductance: model − measured (nS)", "LTD"]),
            ["butterfly"] = (Butterfly, ["Node qb (V)", "Node q (V)", "hold: q of qb", "read: qb of q", "mV"]),
            ["array map"] = (Map, ["Bit line", "Word line", "Conductance lost (%)"]),
            ["ablation"] = (Costs, ["Cost in test accuracy (points)", "non-linearity", "wires", "gained when it is taken out of the device"]),
            ["receptive fields"] = (() => ReceptiveFields.Draw("fields", [.. Enumerable.Range(0, 7).Select(k => Enumerable.Range(0, 20).Select(p => (float)(p * k) / 120).ToArray())], 5, 4), ["Weight", "0.8"]),
            ["raster"] = (() => RasterPlot.Draw("raster", "Neuron, ordered", [0.01], [3], ("own", [0.001, 0.012], [1, 4]), ("others", [0.02], [2])), ["Time (ms)", "Neuron, ordered", "own", "others"]),
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

    private static Picture Costs() => CostPlot.Draw(
        "ablation", [new("non-linearity", new(0, 3, 2.5, 3.5), new(0, 5, 4, 6)), new("wires", new(0, -0.1, -0.5, 0.3), new(0, 0.2, 0, 0.4))]);

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

    // A filament that closes and opens at a voltage drawn anew for each cycle.
    private static Picture Loops(bool logarithmic)
    {
        CurveSeries One(int cycle)
        {
            var stream = new RandomStream(5, "loop", (ulong)cycle);
            var (set, reset) = (1.4 + (0.1 * stream.NextNormal()), -1.1 + (0.1 * stream.NextNormal()));
            var (on, off) = (1e-3 * Math.Exp(0.1 * stream.NextNormal()), 2e-6 * Math.Exp(0.4 * stream.NextNormal()));
            double[] v = [.. Enumerable.Range(0, 401).Select(i => 2 * Math.Abs(((i + 100) % 400 / 100.0) - 2) - 2).Select(u => Math.Clamp(u, -1.6, 1.8))];
            var closed = false;
            return new($"cycle {cycle}", v, [.. v.Select(u => (closed = u > set || (closed && u > reset)) ? on * u : off * Math.Sinh(1.5 * u))]);
        }

        return CurrentVoltagePlot.Draw("cell 7", [.. Enumerable.Range(0, 40).Select(One)], logarithmic, logarithmic ? 1e-9 : 0);
    }

    private static Picture Retention()
    {
        double[] times = [.. Enumerable.Range(0, 25).Select(i => Math.Pow(10, i / 4.0))];
        RetentionLevel Level(string name, double start, double drift)
        {
            double[][] traces = [.. Enumerable.Range(0, 30).Select(d =>
            {
                var exponent = drift * (1 + (0.3 * new RandomStream(8, name, (ulong)d).NextNormal()));
                return times.Select(t => start * Math.Pow(t, -exponent)).ToArray();
            })];
            return new(name, times, traces, t => start * Math.Pow(t, -drift));
        }

        return RetentionPlot.Draw("drift", AxisQuantity.Conductance, [Level("high", 20e-6, 0.01), Level("low", 8e-6, 0.04)], RetentionPlot.TenYears, [10e-6]);
    }

    private static Picture Fit(Func<string, AxisQuantity, AxisQuantity, IReadOnlyList<FitSeries>, Picture> draw)
    {
        FitSeries One(string name, int first, Func<double, double> law)
        {
            var stream = new RandomStream(2, name);
            double[] x = [.. Enumerable.Range(0, 60).Select(i => (double)i)], model = [.. x.Select(i => law(i / 59))];
            return new(name, [.. x.Select(i => first + i)], [.. model.Select(g => g + (2e-7 * stream.NextNormal()))], model, [.. x.Select(i => 1e-7 * (1 + Math.Abs((i / 30) - 1)))]);
        }

        return draw(
            "synapse", new("Pulse number"), new("Conductance", "", "S"),
            [One("LTP", 0, u => 1e-6 + (9e-6 * (1 - Math.Exp(-2 * u)))), One("LTD", 59, u => 1e-6 + (7.8e-6 * Math.Exp(-4 * u)))]);
    }

    private static Picture Butterfly()
    {
        double[] inputs = [.. Enumerable.Range(0, 121).Select(i => i / 100.0)];
        Butterfly One(string name, double floor, (double, double, double)[] squares)
        {
            double[] transfer = [.. inputs.Select(v => floor + ((1.2 - floor) / (1 + Math.Exp((v - 0.55) * 18))))];
            return new(name, inputs, transfer, transfer, squares);
        }

        return ButterflyPlot.Draw("6T", [One("hold", 0, [(0.07, 0.66, 0.36)]), One("read", 0.25, [(0.32, 0.72, 0.17), (0.72, 0.32, 0.17)])]);
    }

    private static Picture Map() => ArrayMap.Draw(
        "64 × 32", new("Conductance lost", "", "%"), [.. Enumerable.Range(0, 64 * 32).Select(i => i == 70 ? double.NaN : 0.2 * ((i % 32) + (63 - (i / 32))))], 64, 32);

    private static Picture Cards() =>
        SweepPlot.Draw("cards", new(new("Card"), SweepScale.Category, 1, ["ideal", "Song2020"]), [new("all", [new(0, 93, 92.8, 93.2), new(1, 90, 89, 91)])]);
}
