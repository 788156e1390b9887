using System.Diagnostics;
using System.Text.Json;
using DevicePhys.Tests.Studies.Data;
using Xunit;

namespace DevicePhys.Tests.Cli;

public sealed class MonteCarloVerbTests
{
    private const string Cell = "StorageCapacitor.Planar130 --bench retention --samples 12000 --chunk 100 --threads 1 --limit Time>0.5s";

    [Theory]
    [InlineData("Vteam.PtHfTi --bench iv --samples 100 --sampling lhs --limit RHigh>1kOhm --limit VSet<-0.4V", "RLow", "iv.svg")]
    [InlineData("ExponentialSynapse.EpiRam --bench pulses --pulses 10 --samples 64 --sampling sobol", "GStart", "distribution-OnOffRatio.svg")]
    [InlineData("StorageCapacitor.Planar130 --bench retention --samples 200", "Time", "distribution-Time.svg")]
    public async Task A_run_writes_its_samples_its_summary_and_its_pictures(string line, string output, string picture)
    {
        using var folder = new TemporaryFolder();
        var run = await Invocation.OfTool(["montecarlo", .. line.Split(' '), "--json", "--output", Path.Combine(folder.Path, "run")]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        var document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("devicephys/montecarlo/1", document.GetProperty("schema").GetString());
        var first = document.GetProperty("outputs")[0];
        Assert.Equal(output, first.GetProperty("name").GetString());
        Assert.InRange(first.GetProperty("mean").GetDouble(), first.GetProperty("ci95")[0].GetDouble(), first.GetProperty("ci95")[1].GetDouble());
        Assert.True(File.Exists(Path.Combine(folder.Path, "run", picture)));
        Assert.Equal(document.GetProperty("samples").GetInt32() + 1, File.ReadLines(Path.Combine(folder.Path, "run", "samples.csv")).Count());
        Assert.Equal([Path.Combine(folder.Path, "run")], Directory.GetFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("Vteam.PtHfTi --bench waves", "--bench: 'waves' is not a bench, expected one of iv, pulses, retention, mnist.")]
    [InlineData("Vteam.PtHfTi --bench iv --sampling dice", "--sampling: 'dice' is not a design, expected one of random, lhs, sobol.")]
    [InlineData("Vteam.PtHfTi --bench iv --limit RHigh", "--limit: 'RHigh' is not a limit, expected what a good device keeps to, such as 'RLow>1 Ohm'.")]
    [InlineData("Vteam.PtHfTi --bench iv --limit R>1Ohm", "--limit: bench 'iv' has no output 'R', expected one of RLow, RHigh, VSet, VReset.")]
    [InlineData("Vteam.PtHfTi --bench iv --limit RLow>1V", "--limit: '1V' should be in 'Ohm'.")]
    [InlineData("Vteam.PtHfTi --bench iv --tail", "--tail: there are 0 limits, expected one, whose failures are looked for.")]
    [InlineData("Vteam.PtHfTi --bench iv --shard 4/3", "--shard: '4/3' is not a shard, expected a number of so many, such as 3/8.")]
    [InlineData("Vteam.PtHfTi --bench iv --indices --samples 40", "--indices: there are 40 points, expected at least 64.")]
    [InlineData("Vteam.PtHfTi --bench iv --indices --cycles 2", "--indices: expected a bench of single devices, without --tail and --cycles.")]
    [InlineData("Vteam.PtHfTi --bench iv --cycles 5", "--cycles: Vteam.PtHfTi on bench 'iv' has no population of devices that remember, expected a card that 'population' wrote and a bench of devices.")]
    [InlineData("JunctionDiode.Signal --bench iv", "JunctionDiode.Signal: the card has no pulses, which say at which voltage the device is written and read.")]
    public async Task A_run_that_makes_no_sense_is_one_sentence(string line, string sentence)
    {
        using var folder = new TemporaryFolder();
        var run = await Invocation.OfTool(["montecarlo", .. line.Split(' '), "--output", Path.Combine(folder.Path, "run")]);
        Assert.Equal((2, $"devicephys: {sentence}"), (run.Code, run.Error.TrimEnd()));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Indices_say_which_parameter_makes_an_output_scatter_and_shards_of_them_are_the_local_run()
    {
        using var folder = new TemporaryFolder();
        string[] line = [.. "montecarlo Vteam.PtHfTi --bench iv --samples 128 --sampling sobol --indices".Split(' ')];
        var run = await Invocation.OfTool([.. line, "--json", "--output", Path.Combine(folder.Path, "local")]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        var document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(128, document.GetProperty("samples").GetInt32());
        Assert.Equal(128 * 6, document.GetProperty("measured").GetInt32());
        Assert.Equal(129, File.ReadLines(Path.Combine(folder.Path, "local", "samples.csv")).Count());

        // By the model: the resistance after SET is ROn, the SET voltage follows VOn.
        foreach (var (output, parameter) in new[] { ("RLow", "ROn"), ("VSet", "VOn") })
        {
            foreach (var order in new[] { "first", "total" })
            {
                var rows = document.GetProperty("indices").EnumerateArray().Where(row => row.GetProperty("output").GetString() == output).ToArray();
                Assert.Equal(4, rows.Length);
                Assert.All(rows, row => Assert.Equal(row.GetProperty("parameter").GetString() == parameter ? 1 : 0, row.GetProperty(order).GetDouble(), 0.1));
            }
        }

        Assert.True(File.Exists(Path.Combine(folder.Path, "local", "indices-RLow.svg")));
        for (var shard = 1; shard <= 2; shard++)
            Assert.Equal(0, (await Invocation.OfTool([.. line, "--parts", Path.Combine(folder.Path, "parts"), "--shard", $"{shard}/2"])).Code);
        Assert.Equal(0, (await Invocation.OfTool([.. line, "--parts", Path.Combine(folder.Path, "parts"), "--output", Path.Combine(folder.Path, "merged")])).Code);
        Same(Path.Combine(folder.Path, "local"), Path.Combine(folder.Path, "merged"));
    }

    [Fact]
    public async Task Shards_put_together_are_the_local_run_to_the_last_bit()
    {
        using var folder = new TemporaryFolder();
        string[] line = [.. "montecarlo Vteam.PtHfTi --bench iv --samples 90 --chunk 10".Split(' ')];
        for (var shard = 1; shard <= 3; shard++)
            Assert.Equal(0, (await Invocation.OfTool([.. line, "--parts", Path.Combine(folder.Path, "parts"), "--shard", $"{shard}/3"])).Code);
        Assert.Equal(0, (await Invocation.OfTool([.. line, "--parts", Path.Combine(folder.Path, "parts"), "--output", Path.Combine(folder.Path, "merged")])).Code);
        Assert.Equal(0, (await Invocation.OfTool([.. line, "--output", Path.Combine(folder.Path, "local")])).Code);
        Same(Path.Combine(folder.Path, "local"), Path.Combine(folder.Path, "merged"));
    }

    [Fact]
    public async Task A_run_killed_without_warning_loses_at_most_its_chunk_and_ends_as_an_unbroken_one()
    {
        using var folder = new TemporaryFolder();
        var parts = Path.Combine(folder.Path, "broken.parts");
        using (var process = Start("broken"))
        {
            while (!process.HasExited && (!Directory.Exists(parts) || Directory.GetFiles(parts, "chunk-*.npz").Length < 20))
                await Task.Delay(5, TestContext.Current.CancellationToken);
            Assert.False(process.HasExited);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(128 + 9, process.ExitCode);
        }

        Assert.False(Directory.Exists(Path.Combine(folder.Path, "broken")));
        var kept = Directory.GetFiles(parts, "chunk-*.npz").ToDictionary(file => file, File.GetLastWriteTimeUtc);
        Assert.InRange(kept.Count, 20, 119);
        using (var process = Start("broken"))
        {
            // What was kept is read, not measured again.
            while (!process.HasExited && Directory.Exists(parts) && Directory.GetFiles(parts, "chunk-*.npz").Length == kept.Count)
                await Task.Delay(5, TestContext.Current.CancellationToken);
            Assert.All(kept, file => Assert.True(!File.Exists(file.Key) || File.GetLastWriteTimeUtc(file.Key) == file.Value));
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, process.ExitCode);
        }

        using (var process = Start("unbroken"))
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, process.ExitCode);
        }

        Same(Path.Combine(folder.Path, "unbroken"), Path.Combine(folder.Path, "broken"));
        Assert.False(Directory.Exists(parts));

        Process Start(string output)
        {
            var tool = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "devicephys.exe" : "devicephys");
            Assert.SkipUnless(File.Exists(tool), "the built tool is absent: it is not killed");
            return Process.Start(new ProcessStartInfo(tool, ["montecarlo", .. Cell.Split(' '), "--output", Path.Combine(folder.Path, output)]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
    }

    private static void Same(string first, string second)
    {
        string[] names = [.. Directory.GetFiles(first).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
        Assert.Contains("samples.csv", names);
        Assert.Equal(names, Directory.GetFiles(second).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        Assert.All(names.Where(name => !name.EndsWith(".png", StringComparison.Ordinal)), name =>
            Assert.Equal(File.ReadAllBytes(Path.Combine(first, name)), File.ReadAllBytes(Path.Combine(second, name))));
    }
}
