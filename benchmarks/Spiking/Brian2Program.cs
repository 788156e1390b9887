using System.Diagnostics;
using System.Globalization;

namespace DevicePhys.Benchmarks.Spiking;

/// <summary>A network that Brian2's C++ standalone has compiled, to be run again and again between runs of ours, so that both meet the same other load.</summary>
internal sealed class Brian2Program(string folder)
{
    /// <summary>Runs it.</summary>
    /// <returns>The CPU time of the run alone, as the program itself reports it [s].</returns>
    public double Run()
    {
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(folder, "main")) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(File.ReadAllText(Path.Combine(folder, "results", "last_run_info.txt")).Split(' ')[0], CultureInfo.InvariantCulture);
    }
}
