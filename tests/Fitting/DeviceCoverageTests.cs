using DevicePhys.Cards;
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
    // A fit of a loop takes most of a second.
    private static int LoopSets => Sets < 100 ? Math.Max(6, Sets / 5) : Sets;

    private static int Sets => int.TryParse(Environment.GetEnvironmentVariable("DEVICEPHYS_COVERAGE"), out var asked) ? asked : 30;

    // Two loops, one five times as fast, from the OFF state to ON and back: one rate alone does not separate the threshold of SET from its rate.
    // Noise is 2 % of the current, less below a thousandth of the largest one, on the scale of decades that is fitted. Every fit starts from a card whose
    // numbers are off by up to a factor of 3.
    [Fact]
    public void Intervals_of_a_threshold_memristor_hold_the_truth()
    {
        const double slow = 4e-7, fast = 8e-8;
        const int points = 200;
        var card = DeviceCatalog.Default.Card("Vteam.PtHfTi");
        string[] free = ["ROn", "ROff", "VOn", "VOff", "KOn", "KOff"];
        double[] times = [.. Enumerable.Range(0, points + 1).Select(i => i * slow / points), .. Enumerable.Range(1, points).Select(i => slow + (i * fast / points))];
        double[] voltages = [.. times.Select(t => -Triangle(t <= slow ? t / slow : (t - slow) / fast))];
        Loops("VTEAM coverage", card, free, [.. free.Select(name => card.Parameter(name).Value)], times, voltages, factor: 3);
    }

    private static void Loops(string name, Card card, string[] free, double[] truth, double[] times, double[] voltages, double factor)
    {
        const double noise = 0.02;
        var clean = new double[times.Length];
        new DrivenModel(parameter => DeviceCatalog.Default.Create(card, parameter), free, 1e-9).Run(truth, times, voltages, clean, []);
        var floor = 1e-3 * clean.Max(Math.Abs);
        Judge(name, LoopSets, free.Length, set =>
        {
            var random = new RandomStream(21, name, (ulong)set);
            var sweep = new Sweep("synthetic", times, voltages, [.. clean.Select(i => 2 * floor * Math.Sinh(Math.Asinh(i / (2 * floor)) + (noise * random.NextNormal())))]);
            var start = free.Where(parameter => card.Parameters.Any(p => p.Name == parameter)).Aggregate(card, (other, parameter) => other.With(other.Parameter(parameter) with
            {
                Value = other.Parameter(parameter).Value * Math.Pow(factor, (2 * random.NextDouble()) - 1), D2D = null, C2C = null,
            }));
            var fit = SweepDeviceFit.Run(DeviceCatalog.Default, start, sweep, free, new MisfitScale(Misfit.Decades, floor), starts: 2, seed: (ulong)set);
            return [.. free.Select((parameter, k) => (fit.Result.Converged, fit.Result[parameter].Interval, truth[k]))];
        });
    }

    // Two sine loops; the start of a state that is fitted is 0.4, noise and starts as above.
    [Theory]
    [InlineData("MetastableSwitch.Generic", 0.01, 0.5, "ROn,ROff,TC,VA,VB")]
    [InlineData("LinearIonDrift.Biolek", 1, 1, "ROff,MuV,x(0)")]
    [InlineData("Yakopcic.Generic", 0.1, 0.5, "A1,A2,Vp,Vn,Ap,An")]
    public void Intervals_of_other_memristors_hold_the_truth(string id, double period, double amplitude, string parameters)
    {
        const int points = 400;
        var (card, free) = (DeviceCatalog.Default.Card(id), parameters.Split(','));
        double[] times = [.. Enumerable.Range(0, points + 1).Select(i => i * 2 * period / points)];
        double[] voltages = [.. times.Select(t => amplitude * Math.Sin(2 * Math.PI * t / period))];
        double[] truth = [.. free.Select(name => name == "x(0)" ? 0.4 : card.Parameter(name).Value)];
        Loops(id, card, free, truth, times, voltages, factor: 2);
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
        Parallel.For(0, sets, set =>
        {
            var intervals = fit(set);
            Interlocked.Add(ref hits, intervals.Count(i => i.Interval.Low <= i.Truth && i.Truth <= i.Interval.High));
            Interlocked.Add(ref failed, intervals[0].Converged ? 0 : 1);
        });

        var share = hits / ((double)sets * parameters);
        TestContext.Current.SendDiagnosticMessage($"{model}: {share:0.0000} of {sets * parameters} intervals, {failed} of {sets} fits not converged");
        Assert.True(failed <= sets / 50, $"{model}: {failed} of {sets} fits did not converge.");
        var room = sets >= 500 ? 0.02 : 4 * Math.Sqrt(0.05 * 0.95 / sets);
        Assert.InRange(share, 0.95 - room, 0.95 + room);
    }
}
