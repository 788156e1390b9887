using System.Text.Json;
using DevicePhys.Tests.Studies.Data;
using Xunit;

namespace DevicePhys.Tests.Cli;

public sealed class EfficiencyVerbTests
{
    [Fact]
    public async Task Published_and_computed_energies_stand_side_by_side_in_every_form()
    {
        using var folder = new TemporaryFolder();
        var output = Path.Combine(folder.Path, "efficiency");
        var run = await Invocation.OfTool(["efficiency", "--power", "20 W", "--output", output, "--json"]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        var document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(("devicephys/efficiency/1", 20), (document.GetProperty("schema").GetString(), document.GetProperty("assumedPower").GetDouble()));
        var figures = document.GetProperty("figures").EnumerateArray().ToDictionary(figure => figure.GetProperty("name").GetString()!);

        // The brain's two figures agree; a processor takes more than any chip, and each computed chip more than a bare read of a byte of its memory could.
        double Computed(string name) => figures[name].GetProperty("computed").GetDouble();
        Assert.Equal(figures["Brain"].GetProperty("published").GetDouble(), Computed("Brain"), 1e-20);
        Assert.True(Computed("CPU, one thread") > Computed("45 nm core, spike"));
        Assert.All(figures.Values, figure => Assert.False(figure.GetProperty("published").ValueKind == JsonValueKind.Null && figure.GetProperty("computed").ValueKind == JsonValueKind.Null));
        Assert.Equal(["efficiency.csv", "efficiency.json", "efficiency.png", "efficiency.svg"], Directory.GetFiles(output).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(1 + figures.Count + document.GetProperty("technologies").GetArrayLength(), File.ReadAllLines(Path.Combine(output, "efficiency.csv")).Length);
    }

    [Fact]
    public async Task A_power_that_cannot_be_is_one_sentence()
    {
        var run = await Invocation.OfTool(["efficiency", "--power", "-3 W"]);
        Assert.Equal((2, "devicephys: --power: '-3 W' should be above 0 and in 'W'."), (run.Code, run.Error.TrimEnd()));
    }
}
