using System.Text.Json.Nodes;
using DevicePhys.Tests.Studies.Data;
using Xunit;

namespace DevicePhys.Tests.Cli;

public sealed class MnistVerbTests : IDisposable
{
    private static readonly string[] Fast = ["--presentations", "60", "--draws", "4", "--population", "2"];
    private readonly string folder = Directory.CreateTempSubdirectory("mnist-verb").FullName;

    public MnistVerbTests()
    {
        Directory.CreateDirectory(Data);
        foreach (var (part, count) in new[] { ("train", 200), ("t10k", 50) })
        {
            File.WriteAllBytes(Path.Combine(Data, $"{part}-images-idx3-ubyte"), IdxBytes.Images(count));
            File.WriteAllBytes(Path.Combine(Data, $"{part}-labels-idx1-ubyte"), IdxBytes.Labels(count));
        }
    }

    private string Data => Path.Combine(folder, "data");

    private string Run => Path.Combine(folder, "run");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_main_job_writes_its_run_folder_and_one_JSON_document()
    {
        var result = await Mnist(["--seeds", "2", "--json"]);
        Assert.Equal(0, result.Code);
        var document = JsonNode.Parse(result.Output)!;
        Assert.Equal("devicephys/mnist/1", (string?)document["schema"]);
        Assert.Equal("custom", (string?)document["dataset"]);
        Assert.Equal("784-100-10", (string?)document["network"]);
        Assert.Equal(60, (int?)document["presentations"]);
        Assert.Equal(2, (int?)document["seeds"]);
        Assert.Equal("SkyrmionSynapse.Song2020", (string?)document["device"]!["card"]);
        Assert.Equal("builtin", (string?)document["device"]!["engine"]);
        foreach (var network in new[] { "ideal", "device" })
        {
            Assert.Equal(2, document[network]!["ci95"]!.AsArray().Count);
            Assert.Equal(2, document[network]!["runs"]!.AsArray().Count);
        }

        foreach (var file in new[] { "run.json", "table.npz", "accuracy.svg", "confusion.svg" })
        {
            Assert.True(new FileInfo(Path.Combine(Run, file)).Length > 0, file);
        }
    }

    [Fact]
    public async Task Results_are_the_same_for_any_number_of_threads_and_from_the_written_table()
    {
        Assert.Equal(0, (await Mnist(["--seeds", "2", "--threads", "1"])).Code);
        var first = Results();
        var table = Path.Combine(folder, "table.npz");
        File.Copy(Path.Combine(Run, "table.npz"), table);
        Assert.Equal(0, (await Mnist(["--seeds", "2", "--threads", "2", "--force"])).Code);
        Assert.Equal(first, Results());
        Assert.Equal(0, (await Mnist(["--seeds", "2", "--table", table, "--force"])).Code);
        Assert.Equal(first, Results());

        string Results()
        {
            var run = JsonNode.Parse(File.ReadAllText(Path.Combine(Run, "run.json")))!;
            return string.Join('\n', new[] { "tableHash", "ideal", "device", "idealRuns", "deviceRuns" }.Select(member => run[member]!.ToJsonString()));
        }
    }

    [Theory]
    [InlineData("--seeds", "0", "--seeds '0'")]
    [InlineData("--seeds", "5-2", "--seeds '5-2'")]
    [InlineData("--network", "784-5", "784-5")]
    [InlineData("--rate", "-1", "device learning rate")]
    [InlineData("--sweep", "luck", "weight-scale")]
    [InlineData("--engine", "spice9", "builtin")]
    public async Task A_bad_option_is_one_sentence_and_exit_code_2(string option, string value, string named)
    {
        var result = await Mnist([option, value]);
        Assert.Equal(2, result.Code);
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.Trim().Split('\n'), line => line.StartsWith("devicephys: ", StringComparison.Ordinal) && !line.Contains("warning", StringComparison.Ordinal));
        Assert.False(Directory.Exists(Run));
    }

    [Theory]
    [InlineData("--card", "SkyrmionSynapse.Song2021", "Song2020")]
    [InlineData("--table", "no-such.npz", "no-such.npz")]
    public async Task A_missing_input_is_one_sentence_and_exit_code_1(string option, string value, string named)
    {
        var result = await Mnist([option, value]);
        Assert.Equal(1, result.Code);
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Run));
    }

    [Fact]
    public async Task A_table_of_another_card_is_refused()
    {
        Assert.Equal(0, (await Mnist(["--seeds", "1"])).Code);
        var table = Path.Combine(Run, "table.npz");
        var result = await Invocation.OfTool(["mnist", "--data", Data, "--card", "SkyrmionSynapse.Saturating", "--table", table, "-o", Path.Combine(folder, "other"), .. Fast]);
        Assert.Equal(1, result.Code);
        Assert.Contains("SkyrmionSynapse.Song2020", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("weight-scale")]
    [InlineData("wire")]
    [InlineData("adc")]
    public async Task A_sweep_writes_its_points_and_marks_the_default(string quantity)
    {
        var result = await Mnist(["--seeds", "1", "--sweep", quantity, "--json"]);
        Assert.Equal(0, result.Code);
        var document = JsonNode.Parse(result.Output)!;
        Assert.Equal("devicephys/mnist-sweep/1", (string?)document["schema"]);
        Assert.Single(document["points"]!.AsArray(), point => (bool)point!["default"]!);
        Assert.True(File.Exists(Path.Combine(Run, $"sweep-{quantity}.svg")));
    }

    [Fact]
    public async Task Characterize_writes_a_table_that_plot_reads()
    {
        var table = Path.Combine(folder, "song.npz");
        var made = await Invocation.OfTool("characterize", "SkyrmionSynapse.Song2020", "-o", table, "--draws", "4", "--population", "2", "--json");
        Assert.Equal(0, made.Code);
        Assert.Equal("devicephys/characterize/1", (string?)JsonNode.Parse(made.Output)!["schema"]);
        Assert.Equal(0, (await Invocation.OfTool("plot", table, "-o", Run)).Code);
    }

    private Task<Invocation> Mnist(string[] options) => Invocation.OfTool(["mnist", "--data", Data, "-o", Run, .. Fast, .. options]);
}
