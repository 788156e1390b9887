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
    // A fit of two loops takes a second.
    private static int VteamSets => Sets < 100 ? Math.Max(6, Sets / 5) : Sets;

    private static int Sets => int.TryParse(Environment.GetEnvironmentVariable("DEVICEPHYS_COVERAGE"), out var asked) ? asked : 30;

    // Two loops, one five times as fast, from the OFF state to ON and back: one rate alone does not separate the threshold of SET from its rate.
    // Noise is 2 % of the current, or of a thousandth of the largest one. Every fit starts from a card whose numbers are off by up to a factor of 3.
    [Fact]
    public void Intervals_of_a_threshold_memristor_hold_the_truth()
    {
        const double slow = 4e-7, fast = 8e-8, noise = 0.02;
        const int points = 200;
        var card = DeviceCatalog.Default.Card("Vteam.PtHfTi");
        string[] free = ["ROn", "ROff", "VOn", "VOff", "KOn", "KOff"];
        double[] times = [.. Enumerable.Range(0, points + 1).Select(i => i * slow / points), .. Enumerable.Range(1, points).Select(i => slow + (i * fast / points))];
        double[] voltages = [.. times.Select(t => -Triangle(t <= slow ? t / slow : (t - slow) / fast))];
        double[] truth = [.. free.Select(name => card.Parameter(name).Value)], clean = new double[times.Length];
        new DrivenModel(parameter => DeviceCatalog.Default.Create(card, parameter), free, 1e-9).Run(truth, times, voltages, clean, []);
        var floor = 1e-3 * clean.Max(Math.Abs);
        Judge("VTEAM", VteamSets, free.Length, set =>
        {
            var random = new RandomStream(21, "VTEAM coverage", (ulong)set);
            var sweep = new Sweep("synthetic", times, voltages, [.. clean.Select(i => i + (noise * Math.Max(Math.Abs(i), floor) * random.NextNormal()))]);
            var start = free.Aggregate(card, (other, name) => other.With(other.Parameter(name) with { Value = other.Parameter(name).Value * Math.Pow(3, (2 * random.NextDouble()) - 1), D2D = null, C2C = null }));
            var fit = SweepDeviceFit.Run(DeviceCatalog.Default, start, sweep, free, new MisfitScale(Misfit.Relative, floor), starts: 2, seed: (ulong)set);
            return [.. free.Select((name, k) => (fit.Result.Converged, fit.Result[name].Interval, truth[k]))];
        });
    }

    private static double Triangle(double turn) => turn < 0.25 ? 4 * turn : turn < 0.75 ? 2 - (4 * turn) : (4 * turn) - 4;

    [Fact]
    public void Intervals_of_an_exponential_synapse_hold_the_truth()
    {
        var card = DeviceCatalog.Default.Card("ExponentialSynapse.AgSi");
        (string Curve, double[] Truth)[] curves = [("LTP", [1e-8, 4e-8, 2]), ("LTD", [5e-9, 4.5e-8, -4])];
        string[] names = ["GMin", "GMax", "Curvature"];
        var law = new ExponentialLaw(60);
        double[] x = [.. Enumerable.Range(0, 61).Select(i => (double)i)];
        Judge("exponential synapse", Sets, 2 * names.Length, set =>
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

    private static void Judge(string model, int sets, int parameters, Func<int, (bool Converged, (double Low, double High) Interval, double Truth)[]> fit)
    {
        var (hits, failed) = (0, 0);
        for (var set = 0; set < sets; set++)
        {
            var intervals = fit(set);
            hits += intervals.Count(i => i.Interval.Low <= i.Truth && i.Truth <= i.Interval.High);
            failed += intervals[0].Converged ? 0 : 1;
        }

        var share = hits / ((double)sets * parameters);
        TestContext.Current.SendDiagnosticMessage($"{model}: {share:0.0000} of {sets * parameters} intervals, {failed} of {sets} fits not converged");
        Assert.True(failed <= sets / 50, $"{model}: {failed} of {sets} fits did not converge.");
        var room = sets >= 500 ? 0.02 : 4 * Math.Sqrt(0.05 * 0.95 / sets);
        Assert.InRange(share, 0.95 - room, 0.95 + room);
    }
}
