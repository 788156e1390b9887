using System.Diagnostics;
using System.Globalization;

namespace DevicePhys.Benchmarks.Circuits;

/// <summary>A run of ngspice: its own time for the analysis, and its waveforms.</summary>
/// <param name="Seconds">The analysis time that ngspice reports, process start and parsing left out [s].</param>
/// <param name="Times">Its accepted times [s].</param>
/// <param name="Signals">[signal][time].</param>
public sealed record NgspiceRun(double Seconds, double[] Times, double[][] Signals)
{
    public static NgspiceRun? Of(EngineBench bench, string options)
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
            var time = text.Split('\n').FirstOrDefault(line => line.StartsWith("Total analysis time", StringComparison.Ordinal));
            if (time is null || !File.Exists(file))
                return null;
            var rows = File.ReadLines(file)
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray())
                .ToArray();
            if (rows.Length == 0 || rows[^1][0] < bench.Stop * 0.999)
                return null;
            return new NgspiceRun(
                double.Parse(time.Split('=')[1].Trim(), CultureInfo.InvariantCulture),
                [.. rows.Select(r => r[0])],
                [.. bench.Signals.Select((_, s) => rows.Select(r => r[s + 1]).ToArray())]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
