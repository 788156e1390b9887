using DevicePhys.Devices;
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
