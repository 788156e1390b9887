using DevicePhys.Devices;
using DevicePhys.Fitting;
using DevicePhys.Fitting.Laws;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using DevicePhys.Studies.Fitting;
using Xunit;

namespace DevicePhys.Tests.Fitting;

/// <summary>How often the 95 % intervals of whole devices hold the truth. DEVICEPHYS_COVERAGE sets the number of data sets (500 in a full run).</summary>
public sealed class DeviceCoverageTests
{
    private static int Sets => int.TryParse(Environment.GetEnvironmentVariable("DEVICEPHYS_COVERAGE"), out var asked) ? asked : 30;

    [Fact]
    public void Intervals_of_a_threshold_memristor_hold_the_truth()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("DEVICEPHYS_COVERAGE") is null, "DEVICEPHYS_COVERAGE is not set: a fit of a whole sweep takes seconds.");
        var card = DeviceCatalog.Default.Card("Vteam.PtHfTi");
        string[] free = ["ROn", "ROff", "VOn", "VOff", "KOn", "KOff"];
        double[] times = [.. Enumerable.Range(0, 161).Select(i => i * 1e-8 / 160)], voltages = [.. times.Select(t => 0.8 * Math.Sin(2 * Math.PI * t / 1e-8))];
        double[] truth = [.. free.Select(name => card.Parameter(name).Value)], clean = new double[times.Length];
        new DrivenModel(parameter => DeviceCatalog.Default.Create(card, parameter), free, 1e-6).Run(truth, times, voltages, clean, []);
        var noise = 0.01 * (clean.Max() - clean.Min());
        Judge("VTEAM", free.Length, set =>
        {
            var random = new RandomStream(21, "VTEAM coverage", (ulong)set);
            var sweep = new Sweep("synthetic", times, voltages, [.. clean.Select(i => i + (noise * random.NextNormal()))]);
            var fit = SweepDeviceFit.Run(DeviceCatalog.Default, card, sweep, free);
            return [.. free.Select((name, k) => (fit.Result.Converged, fit.Result[name].Interval, truth[k]))];
        });
    }

    [Fact]
    public void Intervals_of_an_exponential_synapse_hold_the_truth()
    {
        var card = DeviceCatalog.Default.Card("ExponentialSynapse.AgSi");
        (string Curve, double[] Truth)[] curves = [("LTP", [1e-8, 4e-8, 2]), ("LTD", [5e-9, 4.5e-8, -4])];
        string[] names = ["GMin", "GMax", "Curvature"];
        var law = new ExponentialLaw(60);
        double[] x = [.. Enumerable.Range(0, 61).Select(i => (double)i)];
        Judge("exponential synapse", 2 * names.Length, set =>
        {
            var measured = curves.Select(c =>
            {
                var random = new RandomStream(22, c.Curve, (ulong)set);
                Real[] values = [.. c.Truth.Select(v => (Real)v)];
                return new PulseCurve(c.Curve, x, [.. x.Select(p => law.At<Real>(p, values).Value + (1e-9 * random.NextNormal()))]);
            }).ToArray();
            var fit = SynapseFit.Run(card, measured[0], measured[1]);
            return [.. curves.SelectMany(c => names.Select((name, k) => (fit.Result.Converged, fit.Result[$"{c.Curve}.{name}"].Interval, c.Truth[k])))];
        });
    }

    private static void Judge(string model, int parameters, Func<int, (bool Converged, (double Low, double High) Interval, double Truth)[]> fit)
    {
        var (hits, failed) = (0, 0);
        for (var set = 0; set < Sets; set++)
        {
            var intervals = fit(set);
            hits += intervals.Count(i => i.Interval.Low <= i.Truth && i.Truth <= i.Interval.High);
            failed += intervals[0].Converged ? 0 : 1;
        }

        var share = hits / ((double)Sets * parameters);
        TestContext.Current.SendDiagnosticMessage($"{model}: {share:0.0000} of {Sets * parameters} intervals, {failed} of {Sets} fits not converged");
        Assert.True(failed <= Sets / 50, $"{model}: {failed} of {Sets} fits did not converge.");
        var room = Sets >= 500 ? 0.02 : 4 * Math.Sqrt(0.05 * 0.95 / Sets);
        Assert.InRange(share, 0.95 - room, 0.95 + room);
    }
}
