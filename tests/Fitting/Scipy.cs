using System.Diagnostics;
using Xunit;

namespace DevicePhys.Tests.Fitting;

/// <summary>Runs a Python script that needs scipy, or skips the test by name.</summary>
internal static class Scipy
{
    public static void Run(string script, string skipped, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("/usr/bin/python3", [script, .. arguments]) { RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.SkipWhen(error.Contains("ModuleNotFoundError", StringComparison.Ordinal), $"scipy is absent: {skipped}");
            Assert.True(process.ExitCode == 0, error);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"python3 is absent: {skipped}");
        }
    }
}
