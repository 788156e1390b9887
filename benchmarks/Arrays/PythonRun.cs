using System.Diagnostics;

namespace DevicePhys.Benchmarks.Arrays;

/// <summary>Runs a peer in python, with one thread.</summary>
internal static class PythonRun
{
    /// <summary>What the script prints; null when python or a package of it is absent.</summary>
    public static string? Output(params ReadOnlySpan<string> arguments) => Output([], arguments);

    /// <summary>The same, with more environment variables.</summary>
    public static string? Output(Dictionary<string, string> environment, params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/python3") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["OPENBLAS_NUM_THREADS"] = "1";
        start.Environment["OMP_NUM_THREADS"] = "1";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                Console.Error.WriteLine(error.Result);
            }

            return process.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
