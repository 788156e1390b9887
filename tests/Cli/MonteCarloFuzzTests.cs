using System.Text.Json.Nodes;
using DevicePhys.Sampling;
using DevicePhys.Tests.Studies.Data;
using Xunit;

namespace DevicePhys.Tests.Cli;

/// <summary>
/// Damaged manifests, parts and job files of Monte Carlo runs end in the right result or a named error, and nothing but the output is written.
/// DEVICEPHYS_FUZZ sets the number of mutations (10,000 in a full run).
/// </summary>
public sealed class MonteCarloFuzzTests : IDisposable
{
    // A tail needs 160 samples; a shift is then kept beside the parts.
    private static readonly string[] Run =
        ["montecarlo", "StorageCapacitor.Planar130", "--bench", "retention", "--samples", "160", "--chunk", "40", "--limit", "Time>0.5s", "--tail", "--seed", "3"];

    private static readonly string[] Words =
        ["\",\"--output\",\"../../far", "\",\"-o\",\"/tmp/devicephys-far", "\",\"-o../far", "\",\"--parts=../far", "../", "/", "\"--force\",", "\"@/etc/hostname\",", "\"mnist\",", "4294967296", "-1", "\0"];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Damage_gives_the_right_run_or_a_sentence_and_touches_nothing_else()
    {
        var mutations = int.TryParse(Environment.GetEnvironmentVariable("DEVICEPHYS_FUZZ"), out var asked) ? asked : 100;
        var (job, original, merged) = (Path.Combine(folder.Path, "a", "job"), Path.Combine(folder.Path, "original"), Path.Combine(folder.Path, "a", "merged"));
        var (samples, summary) = await Prepare(job, original);
        var files = Files(original);
        var (right, refused, around, here) = (0, 0, Names(folder.Path), Names(Environment.CurrentDirectory));
        for (var mutation = 0; mutation < mutations; mutation++)
        {
            var random = new RandomStream(19, "monte carlo", (ulong)mutation);
            var damaged = files[random.NextInt(files.Length)];
            await File.WriteAllBytesAsync(Path.Combine(job, damaged), Damage.Of(await File.ReadAllBytesAsync(Path.Combine(original, damaged)), random, Words), TestContext.Current.CancellationToken);
            string[] line = random.NextInt(5) switch
            {
                0 => ["slurm", "status", job],
                1 => ["slurm", "resubmit", job, "--dry-run"],
                2 => [.. Run, "--parts", Path.Combine(job, "parts"), "--shard", "2/3"],
                3 => [.. Run, "--parts", Path.Combine(job, "parts"), "--output", merged],
                _ => ["slurm", "merge", job, "--output", merged],
            };
            var run = await Invocation.OfTool(line).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
            var story = $"mutation {mutation}, {damaged}: {string.Join(' ', line.Take(2))} ended with {run.Code}: {run.Error}";
            Assert.True(run.Code is 0 or 1 or 2, story);
            Assert.True(!run.Error.Contains("unexpected", StringComparison.Ordinal), story);
            if (run.Code != 0)
            {
                Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
                Assert.False(Directory.Exists(merged), story);
                refused++;
            }
            else if (line.Contains(merged))
            {
                // A limit may have moved, which is another question to the same samples; a sample may not.
                Assert.Equal(samples, await File.ReadAllBytesAsync(Path.Combine(merged, "samples.csv"), TestContext.Current.CancellationToken));
                if (damaged != "slurm.json")
                    Assert.Equal(summary, await File.ReadAllBytesAsync(Path.Combine(merged, "montecarlo.json"), TestContext.Current.CancellationToken));
                Directory.Delete(merged, recursive: true);
                right++;
            }

            Assert.Equal((around, here), (Names(folder.Path), Names(Environment.CurrentDirectory)));
            Restore(original, job);
        }

        Assert.True(right > mutations / 50 && refused > mutations / 50, $"{right} right, {refused} refused");
    }

    private async Task<(byte[] Samples, byte[] Summary)> Prepare(string job, string original)
    {
        var whole = Path.Combine(folder.Path, "whole");
        Assert.Equal(0, (await Invocation.OfTool(["slurm", "submit", job, "--shards", "3", "--dry-run", "--tool", "devicephys", "--", .. Run])).Code);
        for (var shard = 1; shard <= 3; shard++)
            Assert.Equal(0, (await Invocation.OfTool([.. Run, "--parts", Path.Combine(job, "parts"), "--shard", $"{shard}/3"])).Code);
        Assert.Equal(0, (await Invocation.OfTool([.. Run, "--output", whole])).Code);
        var result = (await File.ReadAllBytesAsync(Path.Combine(whole, "samples.csv")), await File.ReadAllBytesAsync(Path.Combine(whole, "montecarlo.json")));
        Directory.Delete(whole, recursive: true);
        Restore(job, original);
        Assert.Equal(4 + 1 + 1 + 1 + 1, Files(original).Length);
        Assert.NotNull(JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(original, "slurm.json"))));
        return result;
    }

    private static string[] Files(string root) => [.. Directory.GetFiles(root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(root, file)).Order(StringComparer.Ordinal)];

    private static string Names(string root) => string.Join('\n', Directory.GetFileSystemEntries(root, "*").Concat(Path.GetFileName(root).StartsWith("devicephys-", StringComparison.Ordinal)
        ? Directory.GetFileSystemEntries(Path.Combine(root, "a")) : []).Order(StringComparer.Ordinal));

    // A second copy, file by file; what the first one does not have is removed from it.
    private static void Restore(string from, string to)
    {
        if (Directory.Exists(to))
            Directory.Delete(to, recursive: true);
        Directory.CreateDirectory(Path.Combine(to, "logs"));
        Directory.CreateDirectory(Path.Combine(to, "parts"));
        foreach (var file in Files(from))
            File.Copy(Path.Combine(from, file), Path.Combine(to, file));
    }
}
