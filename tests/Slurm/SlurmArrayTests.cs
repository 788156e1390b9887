using System.Diagnostics;
using System.Runtime.CompilerServices;
using Xunit;

namespace DevicePhys.Tests.Slurm;

/// <summary>A real Slurm on this machine, where its programs are here.</summary>
public sealed class SlurmArrayTests
{
    [Fact]
    public async Task A_run_in_eight_shards_of_which_one_fails_and_is_submitted_again_is_the_local_run()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Slurm is absent: a job array is not run");
        var tool = Path.Combine(AppContext.BaseDirectory, "devicephys");
        using var process = Process.Start(new ProcessStartInfo("/bin/bash", [Script(), tool]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(process.ExitCode == 77, $"Slurm is absent: a job array is not run ({output.Trim()})");
        Assert.True(process.ExitCode == 0, output + await error);
        Assert.Contains("passed: 1200 samples in 8 shards", output, StringComparison.Ordinal);
    }

    private static string Script([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "array.sh");
}
