using System.Globalization;
using System.Text.Json;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Devices;
using DevicePhys.Studies.Data;
using DevicePhys.Studies.Mnist;
using DevicePhys.Studies.MonteCarlo;
using DevicePhys.Tests.Studies.Data;
using Xunit;

namespace DevicePhys.Tests.Cli;

/// <summary>montecarlo --bench mnist, on images that a network learns within a few hundred of them: every label is a bright stripe of its own.</summary>
public sealed class MonteCarloMnistTests : IDisposable
{
    private const string Id = "ExponentialSynapse.EpiRam";
    private const int Samples = 4, Presentations = 300, Header = 16;
    private static readonly string[] Line = ["montecarlo", Id, "--bench", "mnist", "--samples", "4", "--presentations", "300", "--chunk", "1", "--seed", "5", "--draws", "4", "--population", "2"];

    private readonly TemporaryFolder folder = new();

    public MonteCarloMnistTests()
    {
        foreach (var (part, count) in new[] { ("train", 200), ("t10k", 50) })
        {
            var images = IdxBytes.Images(count);
            for (var at = Header; at < images.Length; at++)
            {
                // Label i % 10, as IdxBytes has it: rows 2 label + 4 and the next.
                var (image, row) = ((at - Header) / 784, (at - Header) % 784 / 28);
                images[at] = (row - 4) / 2 == image % 10 && row >= 4 ? (byte)255 : (byte)0;
            }

            folder.Write($"data/{part}-images-idx3-ubyte", images);
            folder.Write($"data/{part}-labels-idx1-ubyte", IdxBytes.Labels(count));
        }
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Each_sample_is_the_training_run_of_its_seed_and_shards_are_the_local_run()
    {
        var data = Path.Combine(folder.Path, "data");
        string[] line = [.. Line, "--data", data, "--limit", "Accuracy>50%"];
        var local = Path.Combine(folder.Path, "local");
        var run = await Invocation.OfTool([.. line, "--json", "--output", local]);
        Assert.True(run.Code == 0, run.Error);
        var document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("mnist", document.GetProperty("bench").GetString());
        Assert.InRange(document.GetProperty("outputs")[0].GetProperty("mean").GetDouble(), 50, 100);
        Assert.Equal(0, document.GetProperty("limits")[0].GetProperty("failing").GetDouble());

        // The plain way to the same numbers: one study for each seed.
        var digits = await new MnistData(DataFolders.FromEnvironment(data)).LoadAsync(null, TestContext.Current.CancellationToken);
        var (card, settings) = (DeviceCatalog.Default.Card(Id), new MnistSettings { Presentations = Presentations, Checkpoints = 1 });
        var tables = new CharacterizationOptions { Draws = 4, Population = 2 };
        var table = Characterization.Run(card, tables, null, TestContext.Current.CancellationToken);
        var study = new MonteCarloStudy(card, new MnistBench(digits, settings, tables), new MonteCarloSettings { Samples = Samples, Seed = 5 });
        double[] expected = [.. Enumerable.Range(0, Samples).Select(i => MnistStudy.RunDevice(settings with { Seeds = [study.Sample(i).Seed] }, digits, table).Accuracy.Mean)];
        double[] accuracies = [.. File.ReadLines(Path.Combine(local, "samples.csv")).Skip(1).Select(row => double.Parse(row.Split(',')[^1], CultureInfo.InvariantCulture))];
        Assert.Equal(expected, accuracies);

        var parts = Path.Combine(folder.Path, "parts");
        foreach (var shard in new[] { "1/2", "2/2" })
            Assert.Equal(0, (await Invocation.OfTool([.. line, "--parts", parts, "--shard", shard])).Code);
        var merged = Path.Combine(folder.Path, "merged");
        Assert.Equal(0, (await Invocation.OfTool([.. line, "--parts", parts, "--output", merged])).Code);
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(local, "samples.csv"), TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(Path.Combine(merged, "samples.csv"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("--tail --limit Accuracy>50%", "--tail: bench 'mnist' draws whole arrays, expected one whose samples are devices.")]
    [InlineData("--limit Accuracy>50V", "--limit: '50V' should be in '%'.")]
    public async Task What_a_network_cannot_be_asked_is_one_sentence(string options, string sentence)
    {
        var run = await Invocation.OfTool([.. Line, "--data", Path.Combine(folder.Path, "data"), .. options.Split(' ')]);
        Assert.Equal((2, $"devicephys: {sentence}"), (run.Code, run.Error.TrimEnd().Split('\n')[^1]));
    }
}
