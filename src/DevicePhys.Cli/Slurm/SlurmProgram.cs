using System.ComponentModel;
using System.Diagnostics;

namespace DevicePhys.Cli.Slurm;

/// <summary>Runs the programs of Slurm.</summary>
internal static class SlurmProgram
{
    /// <summary>Runs one and returns what it printed.</summary>
    /// <exception cref="IOException">It is not here, or it failed; one sentence.</exception>
    public static async Task<string> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var error = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode == 0 ? await output : throw new IOException($"{program}: {(await error).Trim()} (exit code {process.ExitCode}).");
        }
        catch (Win32Exception exception)
        {
            throw new IOException($"{program}: the program cannot be started, expected Slurm on this machine; --dry-run shows what would be submitted.", exception);
        }
    }

    /// <summary>The state of each task that is still in the queue, by its shard; empty where Slurm knows nothing of the job.</summary>
    public static async Task<IReadOnlyDictionary<int, string>> QueueAsync(string jobId, CancellationToken cancellation)
    {
        try
        {
            var lines = await RunAsync("squeue", ["--noheader", "--array", "--format=%K|%T", $"--jobs={jobId}"], cancellation);
            return lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(line => line.Split('|')).Where(cells => cells.Length == 2 && int.TryParse(cells[0], out _))
                .ToDictionary(cells => int.Parse(cells[0], System.Globalization.CultureInfo.InvariantCulture), cells => cells[1]);
        }
        catch (IOException)
        {
            return new Dictionary<int, string>();
        }
    }
}
