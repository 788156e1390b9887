using System.Diagnostics;

namespace DevicePhys.Notebooks.Packages;

/// <summary>Runs the SDK.</summary>
internal static class DotnetCommand
{
    /// <summary>Runs a command to its end.</summary>
    /// <param name="arguments">The words after "dotnet".</param>
    /// <param name="folder">Where to run it.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Null, or what went wrong.</returns>
    public static string? Run(IReadOnlyList<string> arguments, string folder, CancellationToken cancellation)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("dotnet", arguments)
            {
                WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
                Environment = { ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1", ["DOTNET_NOLOGO"] = "1", ["DOTNET_CLI_UI_LANGUAGE"] = "en" },
            })!;
            using var stop = cancellation.Register(() => process.Kill(entireProcessTree: true));
            process.StandardInput.Close();
            var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            cancellation.ThrowIfCancellationRequested();
            return process.ExitCode == 0 ? null : Reason(output + "\n" + error.Result);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "the .NET SDK ('dotnet') is not on the path";
        }
    }

    private static string Reason(string output)
    {
        var lines = output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var line = lines.FirstOrDefault(l => l.Contains("error", StringComparison.OrdinalIgnoreCase)) ?? lines.LastOrDefault() ?? "the restore failed";
        var at = line.IndexOf("error ", StringComparison.Ordinal);
        return line[(at < 0 ? 0 : at)..].Split(" [")[0];
    }
}
