using System.Globalization;
using System.Text.Json.Nodes;
using DevicePhys.Statistics;
using DevicePhys.Studies.Population;
using DevicePhys.Tests.Cli;
using DevicePhys.Tests.Studies.Data;
using DevicePhys.Variability;
using Xunit;

namespace DevicePhys.Tests.Studies.Population;

/// <summary>The measured Cu/TaOx/Pt cells.</summary>
public sealed class CopperCellsTests
{
    // The set's description: V_set 3.12 V (16-84 %: 2.1-4.3, n 100), V_reset 1.67 V (0.89-2.64, n 110), R_on 555 ohm (325-1590).
    [Fact]
    public void Switching_voltages_and_resistance_are_those_the_description_of_the_set_states()
    {
        var data = SwitchingCycles.Load(Folder());
        Near(data, 0, 3.12, 2.1, 4.3, 0.03);
        Near(data, 1, 1.67, 0.89, 2.64, 0.07);
        Near(data, 2, 555, 325, 1590, 0.25);
    }

    [Fact]
    public void Generated_cells_are_like_the_measured_ones()
    {
        var data = SwitchingCycles.Load(Folder());
        var fit = PopulationFit.Fit(data.Features, data.Cycles);
        var comparison = PopulationComparison.Of(fit.Population, data.Cycles, replicates: 100);
        Assert.All(comparison.Distances, distance => Assert.True(distance.PValue > 0.05));
        Assert.InRange(Enumerable.Range(0, 16).Count(p => p / 4 < p % 4 && comparison.Generated[p].Holds(comparison.Correlations[p])), 5, 6);
        var lags = comparison.Memory.Zip(comparison.GeneratedMemory).SelectMany(f => f.First.Zip(f.Second)).Where(pair => double.IsFinite(pair.First)).ToArray();
        Assert.True(lags.Length >= 40);
        Assert.True(lags.Count(pair => pair.Second.Holds(pair.First)) >= 0.85 * lags.Length);
    }

    [Fact]
    public async Task The_verb_writes_a_card_that_a_Monte_Carlo_takes_and_features_that_it_takes_itself()
    {
        using var folder = new TemporaryFolder();
        var output = Path.Combine(folder.Path, "population");
        var run = await Invocation.OfTool("population", Folder(), "--name", "CuTaOxPt", "--generate", "20", "--cycles", "30", "-o", output);
        Assert.Equal(0, run.Code);
        var card = Path.Combine(output, "Vteam.CuTaOxPt.card.json");
        Assert.Equal(0, (await Invocation.OfTool("montecarlo", card, "--bench", "iv", "--samples", "20", "--voltage", "6V", "--period", "24s", "-o", Path.Combine(folder.Path, "mc"))).Code);
        // A drawn card keeps what was measured: rank correlations of its devices lie within the band of populations of the measured shape.
        Assert.Equal(0, (await Invocation.OfTool("montecarlo", card, "--bench", "iv", "--samples", "600", "--cycles", "30", "--voltage", "6V", "--period", "24s", "-o", Path.Combine(folder.Path, "cycles"))).Code);
        var document = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(output, "population.json"), TestContext.Current.CancellationToken))!;
        string[][] rows = [.. File.ReadLines(Path.Combine(folder.Path, "cycles", "samples.csv")).Select(row => row.Split(','))];
        Assert.Equal(["device", "cycle"], rows[0][..2]);
        double[] Column(string name, int sign) => [.. rows.Skip(1).Select(row => sign * double.Parse(row[Array.FindIndex(rows[0], head => head.StartsWith(name, StringComparison.Ordinal))], CultureInfo.InvariantCulture))];
        double[][] drawn = [Column("VOn", -1), Column("VOff", 1), Column("ROn", 1), Column("ROff", 1)];
        for (var f = 0; f < 4; f++)
        {
            for (var g = f + 1; g < 4; g++)
            {
                var band = document["generatedCorrelations"]!.AsArray()[(f * 4) + g]!;
                Assert.InRange(RankCorrelation.Of(drawn[f], drawn[g]), (double)band["low"]! - 0.05, (double)band["high"]! + 0.05);
            }
        }

        var again = await Invocation.OfTool("population", Path.Combine(output, "generated.csv"), "-o", Path.Combine(folder.Path, "again"));
        Assert.Equal(0, again.Code);
        Assert.Contains("20 devices, 600 cycles", again.Output, StringComparison.Ordinal);
    }

    private static void Near(SwitchingCycles data, int feature, double median, double low, double high, double tolerance)
    {
        var q = Quantiles.Of(data.Values(feature), 0.16, 0.5, 0.84);
        Assert.Equal(low, q[0], tolerance * low);
        Assert.Equal(median, q[1], tolerance * median);
        Assert.Equal(high, q[2], tolerance * high);
    }

    private static string Folder()
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable("DEVICEPHYS_DATA") ?? "", "measured", "vt_cu_taox_pt");
        Assert.SkipUnless(Directory.Exists(path), "needs measured/vt_cu_taox_pt: set DEVICEPHYS_DATA");
        return path;
    }
}
