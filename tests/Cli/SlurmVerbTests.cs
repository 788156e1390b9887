using System.Text.Json;
using DevicePhys.Cli.Slurm;
using DevicePhys.Tests.Studies.Data;
using Xunit;

namespace DevicePhys.Tests.Cli;

public sealed class SlurmVerbTests
{
    private static readonly string[] Command = ["montecarlo", "Vteam.PtHfTi", "--bench", "iv", "--samples", "64", "--chunk", "8", "--limit", "RHigh > 1 kOhm"];

    [Fact]
    public async Task A_dry_run_writes_the_script_and_a_run_by_hand_of_all_shards_merges()
    {
        using var folder = new TemporaryFolder();
        var job = Path.Combine(folder.Path, "job");
        var run = await Invocation.OfTool(["slurm", "submit", job, "--shards", "3", "--cpus", "2", "--dry-run", "--tool", "devicephys", "--", .. Command]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.StartsWith($"sbatch --parsable --array=1-3 --cpus-per-task=2 --chdir={Environment.CurrentDirectory} ", run.Output, StringComparison.Ordinal);
        var script = await File.ReadAllTextAsync(Path.Combine(job, "job.sh"), TestContext.Current.CancellationToken);
        Assert.Contains(
            $"exec devicephys montecarlo Vteam.PtHfTi --bench iv --samples 64 --chunk 8 --limit 'RHigh > 1 kOhm' --parts {job}/parts --shard \"$SLURM_ARRAY_TASK_ID/3\"", script, StringComparison.Ordinal);

        foreach (var shard in new[] { 1, 3 })
            Assert.Equal(0, (await Invocation.OfTool([.. Command, "--parts", Path.Combine(job, "parts"), "--shard", $"{shard}/3"])).Code);
        var status = JsonDocument.Parse((await Invocation.OfTool("slurm", "status", job, "--json")).Output).RootElement;
        Assert.Equal([2], status.GetProperty("missing").EnumerateArray().Select(number => number.GetInt32()));
        var early = await Invocation.OfTool("slurm", "merge", job, "-o", Path.Combine(folder.Path, "merged"));
        Assert.Equal((1, $"devicephys: {job}: shards 2 of 3 are missing, expected all; 'devicephys slurm resubmit {job}' runs them again."), (early.Code, early.Error.TrimEnd()));
        Assert.Contains("--array=2 ", (await Invocation.OfTool("slurm", "resubmit", job, "--dry-run")).Output, StringComparison.Ordinal);

        Assert.Equal(0, (await Invocation.OfTool([.. Command, "--parts", Path.Combine(job, "parts"), "--shard", "2/3"])).Code);
        Assert.Equal(0, (await Invocation.OfTool("slurm", "merge", job, "-o", Path.Combine(folder.Path, "merged"))).Code);
        Assert.Equal(0, (await Invocation.OfTool([.. Command, "-o", Path.Combine(folder.Path, "local")])).Code);
        Assert.Equal(File.ReadAllBytes(Path.Combine(folder.Path, "local", "samples.csv")), File.ReadAllBytes(Path.Combine(folder.Path, "merged", "samples.csv")));
    }

    [Theory]
    [InlineData("--shards 2 -- mnist", "slurm: expected a command to run after '--', such as -- montecarlo Vteam.PtHfTi --bench iv --samples 10000.")]
    [InlineData("--shards 2 -- montecarlo Vteam.PtHfTi --bench iv --shard 1/2", "slurm: '--shard' is set for every shard, expected a command without it.")]
    [InlineData("--shards 2 -- montecarlo Vteam.PtHfTi --bench waves", "--bench: 'waves' is not a bench, expected one of iv, pulses, retention, mnist.")]
    public async Task A_command_that_cannot_be_submitted_is_one_sentence(string line, string sentence)
    {
        using var folder = new TemporaryFolder();
        var run = await Invocation.OfTool(["slurm", "submit", Path.Combine(folder.Path, "job"), "--dry-run", .. line.Split(' ')]);
        Assert.Equal((2, $"devicephys: {sentence}"), (run.Code, run.Error.TrimEnd()));
    }

    [Theory]
    [InlineData(new[] { 1, 2, 3, 7, 9, 10 }, "1-3,7,9-10")]
    [InlineData(new[] { 5 }, "5")]
    public void Numbers_are_written_as_ranges(int[] numbers, string text) => Assert.Equal(text, SlurmScript.Ranges(numbers));
}
