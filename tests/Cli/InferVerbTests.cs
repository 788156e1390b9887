using System.Text.Json;
using DevicePhys.Tables;
using DevicePhys.Tests.Arrays;
using DevicePhys.Tests.Studies.Data;
using Xunit;

namespace DevicePhys.Tests.Cli;

public sealed class InferVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public InferVerbTests()
    {
        foreach (var (part, count) in new[] { ("train", 200), ("t10k", 50) })
        {
            folder.Write($"data/{part}-images-idx3-ubyte", IdxBytes.Images(count));
            folder.Write($"data/{part}-labels-idx1-ubyte", IdxBytes.Labels(count));
        }

        PulseTableFile.Save(SyntheticTable.Linear(), Of("table.npz"));
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_table_becomes_a_distribution_of_accuracies()
    {
        var run = await Run("--instances", "5", "--stuck", "0.01", "-o", Of("out"), "--json");
        Assert.True(run.Code == 0, run.Error);
        var document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("devicephys/infer/1", document.GetProperty("schema").GetString());
        Assert.Equal(5, document.GetProperty("runs").GetArrayLength());
        Assert.Equal(0.5 / 16, document.GetProperty("tolerance").GetDouble(), 1e-9);
        Assert.True(File.Exists(Path.Combine(Of("out"), "accuracy.svg")));
        Assert.Equal(run.Output.TrimEnd(), File.ReadAllText(Path.Combine(Of("out"), "infer.json")).TrimEnd());
    }

    [Fact]
    public async Task Wires_and_read_noise_are_refused_together()
    {
        var run = await Run("--wire", "1");
        Assert.Equal(2, run.Code);
        Assert.Contains("--no-read-noise", run.Error, StringComparison.Ordinal);
    }

    private Task<Invocation> Run(params string[] args) =>
        Invocation.OfTool(["infer", "--table", Of("table.npz"), "--network", "784-10", "--presentations", "60", "--data", Of("data"), .. args]);

    private string Of(string name) => Path.Combine(folder.Path, name);
}
