using System.Text.Json;
using DevicePhys.Tests.Studies.Data;
using Xunit;

namespace DevicePhys.Tests.Cli;

public sealed class TrainVerbTests : IDisposable
{
    private static readonly string[] Fast = ["--network", "784-10", "--presentations", "60", "--seeds", "2", "--json"];
    private readonly TemporaryFolder folder = new();

    public TrainVerbTests()
    {
        foreach (var (part, count) in new[] { ("train", 200), ("t10k", 50) })
        {
            folder.Write($"data/{part}-images-idx3-ubyte", IdxBytes.Images(count));
            folder.Write($"data/{part}-labels-idx1-ubyte", IdxBytes.Labels(count));
        }

        File.WriteAllLines(File_("up.csv"), ["conductance_uS", .. Enumerable.Range(1, 40).Select(k => k.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
        File.WriteAllLines(File_("down.csv"), ["conductance_uS", .. Enumerable.Range(1, 40).Select(k => (41 - k).ToString(System.Globalization.CultureInfo.InvariantCulture))]);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Measurements_become_an_accuracy_with_interval_and_ablation_in_one_command()
    {
        var run = await Run("train", "--data-ltp", File_("up.csv"), "--data-ltd", File_("down.csv"), "--save-table", File_("table.npz"));
        Assert.True(run.Code == 0, run.Error);
        var document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("Measured.up", document.GetProperty("device").GetProperty("card").GetString());
        Assert.Equal(2, document.GetProperty("device").GetProperty("result").GetProperty("ci95").GetArrayLength());
        Assert.Equal(4, document.GetProperty("ablation").GetProperty("effects").GetArrayLength());
        Assert.True(document.GetProperty("deviceRate").GetDouble() > 0);

        var again = await Run("train", "--table", File_("table.npz"), "--rate", "0.4", "--weight-scale", "1", "--wire", "2", "--adc", "6");
        Assert.Equal(0, again.Code);
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(again.Output).RootElement.GetProperty("ablation").ValueKind);
    }

    [Fact]
    public async Task An_ablation_has_wires_and_converters_by_default()
    {
        var run = await Run("ablate", "--data-ltp", File_("up.csv"), "--data-ltd", File_("down.csv"), "--rate", "0.4", "--weight-scale", "1", "--output", File_("ablation"));
        Assert.True(run.Code == 0, run.Error);
        var document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("devicephys/ablate/1", document.GetProperty("schema").GetString());
        Assert.Equal(6, document.GetProperty("ablation").GetProperty("effects").GetArrayLength());
        Assert.Contains("non-linearity", File.ReadAllText(File_("ablation/ablation.svg")), StringComparison.Ordinal);
        Assert.True(File.Exists(File_("ablation/run.json")));
    }

    [Fact]
    public async Task A_device_is_named_in_one_way_only()
    {
        var run = await Run("train", "--data-ltp", File_("up.csv"));
        Assert.Equal(2, run.Code);
        Assert.Contains("both --data-ltp and --data-ltd", run.Error, StringComparison.Ordinal);
    }

    private Task<Invocation> Run(string verb, params string[] args) => Invocation.OfTool([verb, .. args, "--data", File_("data"), .. Fast]);

    private string File_(string name) => Path.Combine(folder.Path, name);
}
