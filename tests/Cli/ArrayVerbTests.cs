using System.Text.Json;
using DevicePhys.Tables;
using DevicePhys.Tests.Tables;
using Xunit;

namespace DevicePhys.Tests.Cli;

public sealed class ArrayVerbTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_single_cell_in_csv_is_a_series_of_resistances()
    {
        await File.WriteAllTextAsync(folder["g.csv"], "1e-3\n", TestContext.Current.CancellationToken);
        var run = await Invocation.OfTool("array", folder["g.csv"], "--wire", "1", "--driver", "3", "--sense", "5", "--read", "1", "--json");
        Assert.Equal(0, run.Code);
        var document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal("devicephys/array/1", document.GetProperty("schema").GetString());
        Assert.Equal(1 / 1010.0, document.GetProperty("currents")[0][0].GetDouble(), 1e-12);
    }

    [Fact]
    public async Task Arrays_of_numpy_give_currents_and_the_effective_matrix()
    {
        NpzFile.Save(folder["g.npz"], [new("conductance", NpyArray.Of([1e-4, 2e-4, 3e-4, 4e-4, 5e-4, 6e-4], 2, 3))]);
        NpzFile.Save(folder["v.npz"], [new("voltage", NpyArray.Of([0.1, 0.2, -0.1, 0.3], 2, 2))]);
        var run = await Invocation.OfTool("array", folder["g.npz"], "--voltages", folder["v.npz"], "--wire", "10", "--sensed-at", "both", "-o", folder["out.npz"]);
        Assert.Equal(0, run.Code);
        var result = NpzFile.Load(folder["out.npz"]);
        var (current, effective) = (result["current"].Values<double>(), result["effective"].Values<double>());
        for (var j = 0; j < 3; j++)
        {
            Assert.Equal((0.1 * effective[j]) + (0.2 * effective[3 + j]), current[j], 1e-12);
            Assert.Equal((-0.1 * effective[j]) + (0.3 * effective[3 + j]), current[3 + j], 1e-12);
        }
    }

    [Fact]
    public async Task Bad_files_are_refused_with_a_sentence()
    {
        foreach (var (text, sentence) in new[]
        {
            ("1e-3,2e-3\n1e-3\n", "row 2 has no number in column 2, expected 2 in every row"),
            ("1e-3,2e-3\n1e-3,2e-3\n1e-3,two\n", ":3: 'two' in column 'c2' is not a number"),
            ("1e-3\n\nmean\n", "'mean' stands below the numbers"),
            ("", "it holds no table"),
        })
        {
            await File.WriteAllTextAsync(folder["g.csv"], text, TestContext.Current.CancellationToken);
            var run = await Invocation.OfTool("array", folder["g.csv"]);
            Assert.NotEqual(0, run.Code);
            Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        }
    }
}
