using System.Diagnostics;
using DevicePhys.Circuits;
using DevicePhys.Errors;
using DevicePhys.Simulation;

namespace DevicePhys.Benchmarks.Circuits;

/// <summary>The builtin engine against SpiceSharp, where it is there, and ngspice at equal error, side by side in one run.</summary>
/// <remarks>
/// Truth is the builtin engine at 1e-8 (crossbar: 1e-7), stopped at the very times the other accepted. The error is the root of the time-mean square of the worst
/// signal, over its span. Every engine runs at several tolerances; what counts is the fastest run whose error is at most 1e-4, or the most exact one
/// where none is. Times are the best of three at least, warm; of ngspice its own report of the analysis. For the crossbar the preparation is
/// included: of ngspice reading and parsing the deck, by its own clock. A node at 0 V may err as much as one at 0.3 V: errors are measured by the
/// span, and ngspice's charge tolerances treat both alike too. SpiceSharp evaluates the same models as the builtin engine, through the adapter.
/// </remarks>
public static class EngineComparison
{
    private const double Target = 1e-4;

    private static readonly double[] SpiceSharpTolerances = [1e-3, 5e-4, 2e-4, 1e-4, 3e-5, 1e-5, 3e-6];

    private static readonly string[] NgspiceOptions =
    [
        "reltol=1e-4 trtol=7 chgtol=1e-17 abstol=1e-13 method=trap", "reltol=1e-4 trtol=1 chgtol=1e-17 abstol=1e-13 method=trap",
        "reltol=1e-5 trtol=1 chgtol=1e-18 abstol=1e-14 method=trap", "reltol=1e-5 trtol=7 chgtol=1e-18 abstol=1e-14 method=gear",
        "reltol=1e-6 trtol=1 chgtol=1e-18 abstol=1e-14 method=trap",
    ];

    /// <summary>Runs the benches and prints times, errors and ratios.</summary>
    /// <param name="names">Which benches, by the beginning of their names ("c", "d: 32"); all when empty.</param>
    public static void Run(IReadOnlyList<string> names)
    {
        EngineBench[] benches =
        [
            EngineBench.SineMemristor, EngineBench.OneTransistorOneMemristor, EngineBench.OneTransistorOneCapacitor, EngineBench.Crossbar(8), EngineBench.Crossbar(32),
        ];
        foreach (var bench in benches.Where(b => names.Count == 0 || names.Any(name => b.Name.StartsWith(name, StringComparison.Ordinal))))
            Compare(bench);
    }

    private static void Compare(EngineBench bench)
    {
        Console.WriteLine(bench.Name);
        var setUp = bench.Name[0] == 'd';
        var runs = new List<(string Engine, double Seconds, double Error)>();
        foreach (var method in Enum.GetValues<IntegrationMethod>())
        {
            foreach (var tolerance in new[] { 3e-3, 2e-3, 1e-3, 3e-4, 1e-4, 3e-5, 1e-5, 1e-6 })
            {
                var options = TransientOptions.AtTolerance(tolerance) with { Method = method, VoltageTolerance = 0.3 * tolerance };
                var (seconds, error, statistics) = Measure(CircuitEngines.Default, bench, options, setUp);
                runs.Add(("builtin", seconds, error));
                Console.WriteLine(FormattableString.Invariant(
                    $"  builtin {method} {tolerance:G2}: {1e3 * seconds:F2} ms, error {error:E1}, {statistics.Steps} steps, {1e6 * seconds / statistics.Steps:F3} us/step, {statistics.Rejections} rejected, {statistics.Iterations} iterations"));
                if (error < 0.3 * Target)
                    break;
            }
        }

        var spiceSharp = CircuitEngines.TryGet("spicesharp");
        foreach (var tolerance in spiceSharp is null ? [] : SpiceSharpTolerances)
        {
            if (!TryRun(spiceSharp!, bench, TransientOptions.AtTolerance(tolerance), setUp, out var run, out var reason))
            {
                Console.WriteLine(FormattableString.Invariant($"  spicesharp {tolerance:G2}: no result ({reason})"));
                continue;
            }

            runs.Add(("spicesharp", run.Seconds, run.Error));
            Console.WriteLine(FormattableString.Invariant(
                $"  spicesharp {tolerance:G2}: {1e3 * run.Seconds:F2} ms, error {run.Error:E1}, {run.Statistics.Steps} steps, {1e6 * run.Seconds / run.Statistics.Steps:F3} us/step, {run.Statistics.Rejections} rejected, {run.Statistics.Iterations} iterations"));
            if (run.Error <= Target)
                break;
        }

        foreach (var options in NgspiceOptions)
        {
            if (NgspiceRun.Best(bench, options, setUp) is not { } run)
            {
                Console.WriteLine($"  ngspice {options}: no result");
                continue;
            }

            var error = Error(bench, run.Times, run.Signals);
            runs.Add(("ngspice", run.Seconds, error));
            Console.WriteLine(FormattableString.Invariant($"  ngspice {options}: {1e3 * run.Seconds:F1} ms, error {error:E1}, {run.Times.Length} points"));
            if (error <= Target || run.Seconds > 20)
                break;
        }

        var ours = Best(runs, "builtin");
        foreach (var other in runs.Select(run => run.Engine).Distinct().Where(name => name != "builtin"))
        {
            var theirs = Best(runs, other);
            Console.WriteLine(FormattableString.Invariant(
                $"  => builtin {1e3 * ours.Seconds:F2} ms at {ours.Error:E1}; {other} {1e3 * theirs.Seconds:F1} ms at {theirs.Error:E1}: {theirs.Seconds / ours.Seconds:F1} x"));
        }
    }

    private static (string Engine, double Seconds, double Error) Best(List<(string Engine, double Seconds, double Error)> runs, string engine)
    {
        var own = runs.Where(r => r.Engine == engine).ToList();
        var good = own.Where(r => r.Error <= Target).ToList();
        return own.Count == 0 ? (engine, double.NaN, double.NaN) : good.Count > 0 ? good.MinBy(r => r.Seconds) : own.MinBy(r => r.Error);
    }

    private static bool TryRun(
        ICircuitEngine engine, EngineBench bench, TransientOptions options, bool setUp, out (double Seconds, double Error, RunStatistics Statistics) run, out string reason)
    {
        (run, reason) = (default, "");
        try
        {
            run = Measure(engine, bench, options, setUp);
            return true;
        }
        catch (ConvergenceException failure)
        {
            reason = failure.Message;
            return false;
        }
    }

    private static (double Seconds, double Error, RunStatistics Statistics) Measure(
        ICircuitEngine engine, EngineBench bench, TransientOptions options, bool setUp)
    {
        var (best, total) = (double.PositiveInfinity, 0.0);
        var simulation = engine.Prepare(bench.Netlist, options);
        var probe = new TraceProbe(bench.Netlist, [.. bench.Signals.Select(s => s.Ours)]);
        simulation.Run(bench.Stop, probe: probe);
        var statistics = simulation.Statistics;
        for (var round = 0; round < (best < 0.1 ? 300 : 3) && (round < 3 || total < 1); round++)
        {
            var clock = Stopwatch.StartNew();
            if (setUp)
                simulation = engine.Prepare(bench.Netlist, options);
            else
                simulation.Reset();
            simulation.Run(bench.Stop);
            best = Math.Min(best, clock.Elapsed.TotalSeconds);
            total += clock.Elapsed.TotalSeconds;
        }

        var trace = probe.Trace;
        var times = trace["time"].ToArray();
        return (best, Error(bench, times, [.. bench.Signals.Select(s => trace[s.Ours].ToArray())]), statistics);
    }

    private static double Error(EngineBench bench, double[] times, double[][] signals)
    {
        var truth = CircuitEngines.Default.Prepare(bench.Netlist, TransientOptions.AtTolerance(bench.Name[0] == 'd' ? 1e-7 : 1e-8));
        var sums = new double[signals.Length];
        for (var i = 1; i < times.Length; i++)
        {
            truth.Run(Math.Max(truth.Time, Math.Min(times[i], bench.Stop)));
            for (var s = 0; s < signals.Length; s++)
            {
                var ours = bench.Signals[s].Ours;
                var value = ours[1] == '(' ? truth.Voltage(ours[2..^1]) : truth.State(ours[..ours.IndexOf('.', StringComparison.Ordinal)])[0];
                var off = (signals[s][i] - value) / bench.Signals[s].Span;
                sums[s] += off * off * (times[i] - times[i - 1]);
            }
        }

        return Math.Sqrt(sums.Max() / bench.Stop);
    }
}
