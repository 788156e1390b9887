using System.Text.Json;
using DevicePhys.Tables;
using DevicePhys.Tests.Arrays;
using DevicePhys.Tests.Tables;
using Xunit;

namespace DevicePhys.Tests.Cli;

public sealed class SpikingVerbTests : IDisposable
{
    private static readonly string[] Small = ["--neurons", "30", "--examples", "60", "--label-images", "40", "--test-images", "40", "--seeds", "2"];
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Learning_in_a_cell_that_leaks_is_run_counted_and_priced()
    {
        var run = await Invocation.OfTool(
            ["spiking", "mnist", .. Small, "--cell", "1T-1C", "--bits", "4", "--refresh", "1ms", "--temperature", "85", "--output", folder["run"], "--json"]);
        Assert.Equal(0, run.Code);
        var document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("devicephys/spiking/1", document.GetProperty("schema").GetString());
        Assert.Equal(358.15, document.GetProperty("memory").GetProperty("temperature").GetDouble(), 1e-9);
        Assert.InRange(document.GetProperty("memory").GetProperty("lossOfZero").GetDouble(), 1e-6, 0.5);
        var first = document.GetProperty("runs")[0];
        Assert.True(first.GetProperty("price").GetProperty("refresh").GetDouble() > 0);
        Assert.True(first.GetProperty("learningPrice").GetProperty("writes").GetDouble() > 0);
        Assert.Equal(80, document.GetProperty("confusion").EnumerateArray().Sum(count => count.GetInt32()));
        Assert.All(new[] { "run.json", "fields.svg", "confusion.svg", "raster.svg" }, name => Assert.True(new FileInfo(folder[$"run/{name}"]).Length > 500));
        Assert.False(Directory.Exists(folder["run.parts"]));
    }

    [Fact]
    public async Task Learning_in_devices_is_run_counted_and_priced()
    {
        PulseTableFile.Save(SyntheticTable.Linear(16, 0.75, 1e-6, 0.8, 1.2), folder["made.npz"]);
        var run = await Invocation.OfTool(
            ["spiking", "mnist", .. Small, "--cell", folder["made.npz"], "--write-every", "3", "--without", "D2D", "c2c", "--output", folder["run"], "--json"]);
        Assert.Equal(0, run.Code);
        var document = JsonDocument.Parse(run.Output).RootElement;
        var memory = document.GetProperty("memory");
        Assert.Equal(("Synthetic.Linear", "C2C, D2D", 0), (memory.GetProperty("device").GetString(), memory.GetProperty("without").GetString(), memory.GetProperty("population").GetInt32()));
        Assert.Equal(PulseTableFile.Hash(PulseTableFile.Load(folder["run/table.npz"])), memory.GetProperty("tableHash").GetString());
        Assert.Equal(3, document.GetProperty("writeEvery").GetInt32());
        var first = document.GetProperty("runs")[0];
        var pulses = first.GetProperty("writes").GetDouble();
        Assert.InRange(first.GetProperty("learningPrice").GetProperty("writes").GetDouble() / pulses, 1e-12, 2e-12); // a pulse costs 1 pJ up, 2 pJ down
        Assert.True(first.GetProperty("price").GetProperty("reads").GetDouble() > 0);
        Assert.True(File.Exists(folder["run/fields.svg"]));
    }

    [Fact]
    public async Task A_retention_study_writes_a_table_and_two_pictures()
    {
        var run = await Invocation.OfTool(["spiking", "retention", .. Small, "--temperatures", "27", "358.15K", "--output", folder["retention"], "--json"]);
        Assert.Equal(0, run.Code);
        var points = JsonDocument.Parse(run.Output).RootElement.GetProperty("points").EnumerateArray().ToList();
        Assert.Equal(2, points.Select(point => point.GetProperty("temperature").GetDouble()).Distinct().Count());
        Assert.Equal(1 + (2 * points.Count), File.ReadAllLines(folder["retention/retention.csv"]).Length);
        Assert.All(new[] { "retention.svg", "energy.svg", "run.json" }, name => Assert.True(new FileInfo(Path.Combine(folder["retention"], name)).Length > 500));
    }

    [Fact]
    public async Task Activity_counts_spikes_and_events_and_draws_them()
    {
        var run = await Invocation.OfTool(["spiking", "activity", "--neurons", "100", "200", "--ratios", "10", "50", "--duration", "0.2s", "--output", folder["activity"], "--json"]);
        Assert.Equal(0, run.Code);
        var points = JsonDocument.Parse(run.Output).RootElement.GetProperty("points").EnumerateArray().ToList();
        Assert.Equal([(100, 10), (200, 10), (100, 50), (200, 50)], points.Select(point => (point.GetProperty("neurons").GetInt32(), point.GetProperty("ratio").GetInt32())));

        // Every neuron has the same number of incoming synapses, so that a spike reaches as many on average.
        Assert.All(points, point => Assert.Equal(
            point.GetProperty("ratio").GetInt32(), point.GetProperty("synapticEvents").GetDouble() / point.GetProperty("spikes").GetInt32(), 0.2 * point.GetProperty("ratio").GetInt32()));
        Assert.All(new[] { "spikes.svg", "events.svg", "raster.svg" }, name => Assert.True(new FileInfo(Path.Combine(folder["activity"], name)).Length > 500));
        var refused = await Invocation.OfTool(["spiking", "activity", "--neurons", "7"]);
        Assert.Contains("a multiple of 5", refused.Error);
    }

    [Fact]
    public async Task Parts_of_another_command_are_refused()
    {
        Assert.Equal(0, (await Invocation.OfTool(["spiking", "mnist", .. Small, "--parts", folder["parts"], "--output", folder["one"]])).Code);
        Assert.True(File.Exists(folder["parts/network-1.npz"]));
        var refused = await Invocation.OfTool(["spiking", "mnist", .. Small, "--cell", "6T", "--parts", folder["parts"], "--output", folder["two"]]);
        var lines = refused.Error.TrimEnd().Split('\n');
        Assert.Equal((1, $"devicephys: {folder["parts"]}: the parts in this folder are those of another run, expected another folder or the same images and options."), (refused.Code, lines[^1]));

        // Without MNIST a warning comes first, and nothing else.
        Assert.All(lines[..^1], line => Assert.StartsWith("devicephys: warning: MNIST is not on this machine", line));
    }

    [Theory]
    [InlineData("there is no cell or card '7T', expected one of", "--cell", "7T")]
    [InlineData("--bits is of bit cells", "--cell", "LinearStepSynapse.Ecram", "--bits", "4")]
    [InlineData("--inverted is of bit cells", "--cell", "LinearStepSynapse.Ecram", "--inverted")]
    [InlineData("--refresh is of bit cells", "--cell", "LinearStepSynapse.Ecram", "--refresh", "1ms")]
    [InlineData("--temperature is of bit cells", "--cell", "LinearStepSynapse.Ecram", "--temperature", "85")]
    [InlineData("nothing.npz", "--cell", "nothing.npz")]
    [InlineData("expected a two-terminal model", "--cell", "EkvMosfet.N28Hp")]
    [InlineData("'wires' should be one of", "--cell", "LinearStepSynapse.Ecram", "--without", "wires")]
    [InlineData("--without takes properties out of a device", "--cell", "6T", "--without", "c2c")]
    [InlineData("from one write-back to the next: 0", "--write-every", "0")]
    [InlineData("a refresh interval is expected", "--cell", "1T-1C")]
    [InlineData("an interval that more than half of them outlive is expected", "--cell", "1T-1C", "--refresh", "64ms", "--temperature", "85")]
    [InlineData("The number of neurons is 0", "--neurons", "0")]
    [InlineData("should be a temperature", "--temperature", "warm")]
    [InlineData("1 to 8 are expected", "--cell", "6T", "--bits", "12")]
    [InlineData("--refresh", "--cell", "1T-1C", "--refresh", "-1ms")]
    public async Task Settings_that_cannot_be_are_one_sentence(string sentence, params string[] options)
    {
        var run = await Invocation.OfTool(["spiking", "mnist", .. options, "--output", folder["bad"]]);
        Assert.NotEqual(0, run.Code);
        Assert.Contains(sentence, run.Error);
        Assert.Single(run.Error.Trim().Split('\n'));
        Assert.False(Directory.Exists(folder["bad"]));
    }
}
