using System.Diagnostics;
using System.Globalization;
using DevicePhys.Cards;
using DevicePhys.Devices;
using DevicePhys.Fitting.Laws;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using DevicePhys.Studies.Fitting;

namespace DevicePhys.Benchmarks.Fitting;

/// <summary>A thousand potentiation and depression curves fitted: how long, on one thread and on two.</summary>
internal static class FitSpeed
{
    private const int Fits = 1000, Pulses = 100;

    public static void Run()
    {
        var card = DeviceCatalog.Default.Card("ExponentialSynapse.AgSi");
        var curves = Enumerable.Range(0, Fits).Select(i => (Ltp: Curve("LTP", i, 1 + (3.0 * i / Fits)), Ltd: Curve("LTD", i, -1 - (3.0 * i / Fits)))).ToArray();
        _ = Measure(card, curves[..20], 1);
        foreach (var threads in (int[])[1, 2])
        {
            var (seconds, converged) = Measure(card, curves, threads);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Fits} LTP/LTD fits of {2 * (Pulses + 1)} points, {threads} thread(s): {seconds:0.00} s, {converged} converged"));
        }
    }

    private static (double Seconds, int Converged) Measure(Card card, (PulseCurve Ltp, PulseCurve Ltd)[] curves, int threads)
    {
        var converged = 0;
        var watch = Stopwatch.StartNew();
        Parallel.ForEach(curves, new ParallelOptions { MaxDegreeOfParallelism = threads }, pair =>
        {
            if (SynapseFit.Run(card, pair.Ltp, pair.Ltd).Result.Converged)
                Interlocked.Increment(ref converged);
        });
        return (watch.Elapsed.TotalSeconds, converged);
    }

    private static PulseCurve Curve(string name, int number, double curvature)
    {
        var random = new RandomStream(9, name, (ulong)number);
        Real[] truth = [1e-6, 2e-5, curvature];
        var law = new ExponentialLaw(Pulses);
        double[] x = [.. Enumerable.Range(0, Pulses + 1).Select(p => (double)p)];
        return new($"{name} {number}", x, [.. x.Select(p => law.At<Real>(p, truth).Value + (4e-7 * random.NextNormal()))]);
    }
}
