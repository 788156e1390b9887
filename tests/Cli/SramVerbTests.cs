using System.Text.Json;
using DevicePhys.Tables;
using DevicePhys.Tests.Studies.Data;
using Xunit;

namespace DevicePhys.Tests.Cli;

public sealed class SramVerbTests
{
    [Fact]
    public async Task Claims_stand_beside_figures_and_the_tables_can_be_loaded()
    {
        using var folder = new TemporaryFolder();
        var output = Path.Combine(folder.Path, "sram");
        var run = await Invocation.OfTool(["sram", "--output", output, "--json"]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        var document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("devicephys/sram/1", document.GetProperty("schema").GetString());
        var claims = document.GetProperty("claims").EnumerateArray().ToDictionary(claim => claim.GetProperty("name").GetString()!);
        double Number(string name, string field) => claims[name].GetProperty(field).GetDouble();
        Assert.Equal(9.5367e-12, Number("standby, 1T-SRAM-M, per bit", "claim"), 1e-15);
        Assert.All(claims.Values, claim => Assert.NotEqual("", claim.GetProperty("inputs").GetString()));

        // The figures of the JSON are those of the files.
        var table = CellTableFile.Load(Path.Combine(output, "1T-SRAM-M.npz"));
        Assert.Equal(table.RefreshInterval(1e-6, 300.15), Number("refresh interval, 1T-SRAM-M", "computed"), 1e-12);
        Assert.Equal(["1T-1C.npz", "1T-SRAM-M.npz", "1T-SRAM-Q.npz", "6T.npz", "bistable.npz"], Directory.GetFiles(output, "*.npz").Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact] // Every cell, the bistable one too, has its table at another temperature.
    public async Task A_warm_memory_has_its_figures_too()
    {
        using var folder = new TemporaryFolder();
        var output = Path.Combine(folder.Path, "sram");
        var run = await Invocation.OfTool(["sram", "--temperature", "358.15K", "--output", output, "--json"]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal(5, Directory.GetFiles(output, "*.npz").Length);
    }

    [Theory]
    [InlineData("--error-target 0", "--error-target: 0 should lie between 0 and 1.")]
    [InlineData("--temperature 3V", "--temperature: '3V' should be a temperature such as 85C or 358.15K.")]
    public async Task A_setting_that_cannot_be_is_one_sentence(string options, string sentence)
    {
        var run = await Invocation.OfTool(["sram", .. options.Split(' ')]);
        Assert.Equal((2, $"devicephys: {sentence}"), (run.Code, run.Error.TrimEnd()));
    }
}
