using DevicePhys.Cards;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Tables;
using DevicePhys.Tests.Architecture;
using Xunit;

namespace DevicePhys.Tests.Readme;

public sealed class ReadmeTests
{
    private static readonly ModelCatalog Catalog = new(typeof(ReadmeTests).Assembly);

    [Theory]
    [InlineData("ThresholdSynapse.cs")]
    [InlineData("ThresholdSynapse.Example.card.json")]
    public void The_example_in_the_README_is_the_one_that_is_compiled_and_run_here(string file)
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var source = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Readme", file));
        Assert.Contains(source.Trim(), readme, StringComparison.Ordinal);
    }

    [Fact]
    public void The_whole_example_has_forty_lines() =>
        Assert.Equal(40, new[] { "ThresholdSynapse.cs", "ThresholdSynapse.Example.card.json" }
            .Sum(file => File.ReadAllText(Path.Combine(Repository.Root, "tests", "Readme", file)).Trim().Split('\n').Length));

    [Fact]
    public void The_example_device_goes_through_circuit_and_table()
    {
        var options = new CharacterizationOptions { Catalog = Catalog, Bins = 9, Draws = 64, Population = 4, PopulationDraws = 16, Levels = 16 };
        var table = Characterization.Run(Catalog.Card("ThresholdSynapse.Example"), options);

        // One pulse of about 21 ns at twice the threshold: dx = 2e6/s × 1 × 21 ns = 0.042, so 0.38 µS of the 9 µS range; the log-normal
        // spread of 0.2 raises the mean by 2 %, the soft ends and the edges below full height take a little off.
        Assert.Equal(1e-6, table.Nominal.GMin, 1e-12);
        Assert.Equal(10e-6, table.Nominal.GMax, 1e-12);
        Assert.InRange(table.MeanStep(Polarity.Potentiation), 0.30e-6, 0.42e-6);
        Assert.InRange(table.MeanStep(Polarity.Depression), -0.42e-6, -0.30e-6);
        Assert.Equal(4, table.Population.Count);
        Assert.Null(table.Chain);
    }
}
