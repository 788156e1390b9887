using System.Diagnostics;
using System.Globalization;

namespace DevicePhys.Benchmarks.Circuits;

/// <summary>A run of ngspice: its own time for the analysis, and its waveforms.</summary>
/// <param name="Seconds">The analysis time that ngspice reports, process start and, unless asked for, reading of the deck left out [s].</param>
/// <param name="Times">Its accepted times [s].</param>
/// <param name="Signals">[signal][time].</param>
public sealed record NgspiceRun(double Seconds, double[] Times, double[][] Signals)
{
    /// <summary>The fastest of up to five runs, three seconds in all.</summary>
    public static NgspiceRun? Best(EngineBench bench, string options, bool setUp)
    {
        NgspiceRun? best = null;
        var clock = Stopwatch.StartNew();
        for (var round = 0; round < 5 && (round == 0 || clock.Elapsed.TotalSeconds < 3); round++)
        {
            if (Of(bench, options, setUp) is not { } run)
                return null;
            best = best is null || run.Seconds < best.Seconds ? run : best;
        }

        return best;
    }

    private static NgspiceRun? Of(EngineBench bench, string options, bool setUp)
    {
        var folder = Directory.CreateTempSubdirectory("engines");
        try
        {
            var deck = $"""
                * {bench.Name}
                {bench.Deck}
                .options {options}
                .control
                set wr_singlescale
                set numdgt=14
                {FormattableString.Invariant($"tran {bench.Stop / 1000:R} {bench.Stop:R} 0 {bench.Stop / 20:R}")}
                rusage all
                wrdata out.dat {string.Join(' ', bench.Signals.Select(s => s.Theirs))}
                quit
                .endc
                .end
                """;
            File.WriteAllText(Path.Combine(folder.FullName, "bench.cir"), deck);
            using var process = Process.Start(new ProcessStartInfo("ngspice", "-b bench.cir")
            {
                WorkingDirectory = folder.FullName,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var errors = process.StandardError.ReadToEndAsync();
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            var file = Path.Combine(folder.FullName, "out.dat");
            var names = setUp ? ["Total analysis time", "Netlist loading time", "Subckt and Param expansion time", "Netlist parsing time"] : new[] { "Total analysis time" };
            var lines = text.Split('\n').Where(line => names.Any(name => line.StartsWith(name, StringComparison.Ordinal))).ToArray();
            if (lines.Length != names.Length || !File.Exists(file))
                return null;
            var rows = File.ReadLines(file)
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray())
                .ToArray();
            if (rows.Length == 0 || rows[^1][0] < bench.Stop * 0.999)
                return null;
            return new NgspiceRun(
                lines.Sum(line => double.Parse(line.Split('=')[1].Trim(), CultureInfo.InvariantCulture)),
                [.. rows.Select(r => r[0])],
                [.. bench.Signals.Select((_, s) => rows.Select(r => r[s + 1]).ToArray())]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
