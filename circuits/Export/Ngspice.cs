using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using DevicePhys.Errors;
using DevicePhys.Traces;
using Trace = DevicePhys.Traces.Trace;

namespace DevicePhys.Circuits.Export;

/// <summary>The program ngspice, where it is installed: a judge that shares no line of code with this library.</summary>
public static class Ngspice
{
    /// <summary>How long it may take; a circuit it cannot find its way through keeps it for hours.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly Lazy<string?> Found = new(FindVersion);

    /// <summary>Its version, such as "ngspice-42"; null where it is not installed.</summary>
    public static string? Version => Found.Value;

    /// <summary>Runs a netlist's transient and reads waveforms back.</summary>
    /// <param name="netlist">The circuit.</param>
    /// <param name="stop">The end of the transient [s].</param>
    /// <param name="longest">The longest step [s].</param>
    /// <param name="signals">Signals as <see cref="TraceProbe"/> names them: "v(node)" and "device.state".</param>
    /// <returns>"time" [s] and one column per signal, one row per point ngspice accepted.</returns>
    /// <exception cref="DataFileException">ngspice is missing or gave no waveform; the message holds its own words.</exception>
    public static Trace Transient(Netlist netlist, double stop, double longest, params IReadOnlyList<string> signals)
    {
        ArgumentNullException.ThrowIfNull(signals);
        var deck = new SpiceDeck(netlist);
        var vectors = signals.Select(deck.Vector).ToArray();
        var (rows, words) = Rows((writer, data) => deck.Write(
            "written by devicephys", stop, writer, longest, "set wr_singlescale", "option numdgt=16", "run", $"wrdata {data} {string.Join(' ', vectors)}", "quit"));
        var trace = new Trace([new TraceColumn("time", "s"), .. signals.Select(signal => new TraceColumn(signal, ""))]);
        foreach (var row in rows.Where(row => row.Length == signals.Count + 1))
            trace.Append(row);
        return trace.Count > 1 && trace["time"][^1] >= stop * (1 - 1e-9)
            ? trace
            : throw new DataFileException($"ngspice stopped before {stop.ToString("R", CultureInfo.InvariantCulture)} s: {Complaint(words)}.");
    }

    /// <summary>Runs a netlist's small-signal analysis and reads phasors back.</summary>
    /// <param name="netlist">The circuit; differential states are at an end of their own here, see <see cref="SpiceDeck.WriteAc"/>.</param>
    /// <param name="source">The source that swings by 1 V or 1 A.</param>
    /// <param name="from">The first frequency [Hz].</param>
    /// <param name="to">The last frequency [Hz].</param>
    /// <param name="perDecade">How many frequencies to a decade.</param>
    /// <param name="signals">Signals "v(node)".</param>
    /// <exception cref="DataFileException">ngspice is missing or gave no answer; the message holds its own words.</exception>
    public static AcResponse Ac(Netlist netlist, string source, double from, double to, int perDecade, params IReadOnlyList<string> signals)
    {
        ArgumentNullException.ThrowIfNull(signals);
        var deck = new SpiceDeck(netlist);
        var vectors = signals.Select(deck.Vector).ToArray();
        var (rows, words) = Rows((writer, data) => deck.WriteAc(
            "written by devicephys", source, from, to, perDecade, writer, "set wr_singlescale", "option numdgt=16", "run", $"wrdata {data} {string.Join(' ', vectors)}", "quit"));
        var answers = rows.Where(row => row.Length == (2 * signals.Count) + 1).ToList();
        if (answers.Count == 0)
            throw new DataFileException($"ngspice gave no answer to a sine: {Complaint(words)}.");
        return new AcResponse(
            [.. answers.Select(row => row[0])],
            [.. signals],
            [.. answers.SelectMany(row => Enumerable.Range(0, signals.Count).Select(s => new Complex(row[1 + (2 * s)], row[2 + (2 * s)])))]);
    }

    /// <summary>Writes a deck, runs it, and reads the table it leaves.</summary>
    private static (List<double[]> Rows, string Words) Rows(Action<TextWriter, string> write)
    {
        var folder = Directory.CreateTempSubdirectory("devicephys-ngspice-");
        try
        {
            var path = Path.Combine(folder.FullName, "deck.cir");
            var data = Path.Combine(folder.FullName, "waves.txt");
            using (var writer = new StreamWriter(path))
                write(writer, data);
            var words = Run("-b", path);
            if (!File.Exists(data))
                throw new DataFileException($"ngspice gave no waveform: {Complaint(words)}.");
            return ([.. File.ReadLines(data).Select(Numbers)], words);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double[] Numbers(string line) =>
        [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => double.Parse(word, CultureInfo.InvariantCulture))];

    /// <summary>The lines that complain; where none says so plainly, the last ones.</summary>
    private static string Complaint(string words)
    {
        var lines = words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string[] complaints =
            [.. lines.Where(line => line.Contains("rror", StringComparison.Ordinal) || line.Contains("too small", StringComparison.Ordinal) || line.Contains("singular", StringComparison.Ordinal))];
        return string.Join("; ", complaints.Length > 0 ? complaints.Take(3) : lines.TakeLast(3));
    }

    private static string? FindVersion()
    {
        try
        {
            return Run("--version").Split([' ', '\n']).FirstOrDefault(word => word.StartsWith("ngspice-", StringComparison.Ordinal));
        }
        catch (DataFileException)
        {
            return null;
        }
    }

    private static string Run(params IEnumerable<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("ngspice", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true })!;
            process.StandardInput.Close();
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEndAsync();
            if (process.WaitForExit(Patience))
                return output.Result + errors.Result;
            process.Kill(entireProcessTree: true);
            throw new DataFileException($"ngspice had not finished after {Patience.TotalMinutes} minutes.");
        }
        catch (Win32Exception error)
        {
            throw new DataFileException($"ngspice cannot be run: {error.Message}.", error);
        }
    }
}
