using System.Text;
using DevicePhys.Cards;
using DevicePhys.Devices;
using DevicePhys.Errors;
using DevicePhys.Sampling;
using DevicePhys.Statistics;
using DevicePhys.Studies.MonteCarlo;
using DevicePhys.Tests.Cli;
using DevicePhys.Tests.Studies.MonteCarlo;
using DevicePhys.Variability;
using Xunit;

namespace DevicePhys.Tests.Cards;

/// <summary>The population of a card: kept in its file, and drawn from by a Monte Carlo run.</summary>
public sealed class CardPopulationTests
{
    private const int Devices = 400, Cycles = 40;

    // SET voltages with outliers, and OFF resistances; a memory of 0.6 and 0.3; the two are correlated across devices and within cycles.
    private static readonly CardPopulation Truth = new(
        [("VOn", -1), ("ROff", 1)],
        new Population(
            [
                new("VOn", "", new Marginal(MarginalKind.Mixture, -1.5, 1.5, []) { Parts = new TwoComponents(0.1, -0.6, 0.05, 0.5, 0.1, double.NaN) }),
                new("ROff", "", new Marginal(MarginalKind.LogNormal, 8, 0.3, [])),
            ],
            new[,] { { 0.3, -0.15 }, { -0.15, 0.3 } }, new[,] { { 0.6, 0 }, { 0, 0.3 } }, new[,] { { 0.45, -0.2 }, { -0.2, 0.6 } }));

    private static readonly Card Card = DeviceCatalog.Default.Card("Vteam.PtHfTi").With(Truth);

    [Fact]
    public void A_card_keeps_its_population_through_its_file_and_its_hash_knows_it()
    {
        var again = Card.Parse(Card.ToJson(), "again.card.json");
        Assert.Equal(Card.Hash, again.Hash);
        Assert.NotEqual(Card.Hash, DeviceCatalog.Default.Card("Vteam.PtHfTi").Hash);
        Assert.Equal(Truth.Draw(Card, 7, 3, 11).Value("VOn", "V"), again.Population!.Draw(again, 7, 3, 11).Value("VOn", "V"));
        Assert.NotNull(again.With("ROn", 120).Population);
    }

    [Fact]
    public void A_Monte_Carlo_run_of_the_card_has_the_distributions_correlations_and_memory_of_the_population()
    {
        var settings = new MonteCarloSettings { Samples = Devices * Cycles, Cycles = Cycles, Seed = 5, Threads = 2 };
        var study = new MonteCarloStudy(Card, new LinearBench(1, 1), settings);
        var samples = study.Run(null, Shard.Whole)!;
        var (on, off) = (Drawn("VOn").Select(v => -v).ToArray(), Drawn("ROff"));

        // Cycles of a device are alike: one cycle of each device for the distributions.
        double[] Once(double[] all) => [.. Enumerable.Range(0, Devices).Select(d => all[d * Cycles])];
        Assert.True(KolmogorovSmirnov.OneSample(Once(on), Truth.Population.Features[0].Marginal.Cumulative).PValue > 0.01);
        Assert.True(KolmogorovSmirnov.OneSample(Once(off), Truth.Population.Features[1].Marginal.Cumulative).PValue > 0.01);
        Assert.Equal(0.1, on.Count(v => v > 1) / (double)on.Length, 0.03);

        // Normal scores: y settles to 0.45/0.64 and 0.6/0.91, covariance -0.2/(1 - 0.18); Spearman of a normal pair is (6/π) asin(r/2).
        var (a, b, c) = (0.3 + (0.45 / 0.64), 0.3 + (0.6 / 0.91), -0.15 - (0.2 / 0.82));
        Assert.Equal(6 / Math.PI * Math.Asin(c / Math.Sqrt(a * b) / 2), RankCorrelation.Of(on, off), 0.05);
        for (var lag = 1; lag <= 20; lag++)
        {
            Assert.Equal((0.3 + (0.45 / 0.64 * Math.Pow(0.6, lag))) / a, Memory(on, 0, lag), 0.06);
            Assert.Equal((0.3 + (0.6 / 0.91 * Math.Pow(0.3, lag))) / b, Memory(off, 1, lag), 0.06);
        }

        // The interval of the mean counts devices, not cycles: twice as wide as if all were independent, at least.
        var interval = MonteCarloSummary.Of(samples, settings, fitted: false).Outputs[0];
        Assert.True(interval.Interval.High - interval.Interval.Low > 2 * 3.9 * interval.StandardDeviation / Math.Sqrt(samples.Count));

        double[] Drawn(string name) => samples.Parameter(samples.Parameters.Select(p => p.Name).ToList().IndexOf(name));
    }

    [Theory]
    [InlineData("\"VOn\"", "\"VAn\"", "'features' should name 1 to 32 parameters of the card, each once, with a sign of 1 or -1")]
    [InlineData("\"sign\": -1", "\"sign\": 2", "'sign' should be 1 or -1")]
    [InlineData("\"mixture\"", "\"lognormal\"", "'numbers' holds 7 numbers, expected 2")]
    [InlineData("0.6,", "1.6,", "'memory' should let cycles settle: every eigenvalue within the unit circle")]
    [InlineData("-0.15,", "-0.65,", "'device' should be symmetric and positive")]
    public void A_population_that_makes_no_sense_is_one_sentence(string from, string to, string sentence)
    {
        var json = Card.ToJson();
        var at = json.IndexOf(from, json.IndexOf("\"population\"", StringComparison.Ordinal), StringComparison.Ordinal);
        if (from == "0.6,")
            at = json.IndexOf(from, json.IndexOf("\"memory\"", StringComparison.Ordinal), StringComparison.Ordinal);
        if (from == "-0.15,")
            at = json.IndexOf(from, json.IndexOf("\"device\"", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True(at > 0);
        var message = Assert.Throws<CardException>(() => Card.Parse(json[..at] + to + json[(at + from.Length)..], "p.card.json")).Message;
        Assert.StartsWith("p.card.json: population", message, StringComparison.Ordinal);
        Assert.Contains(sentence, message, StringComparison.Ordinal);
    }

    // DEVICEPHYS_FUZZ sets the number of mutations (10,000 in a full run).
    [Fact]
    public void A_damaged_population_is_a_card_that_draws_finite_numbers_or_a_sentence()
    {
        var mutations = int.TryParse(Environment.GetEnvironmentVariable("DEVICEPHYS_FUZZ"), out var asked) ? asked : 300;
        var json = Card.ToJson();
        var at = json.IndexOf("\"population\"", StringComparison.Ordinal);
        var (drawn, refused) = (0, 0);
        for (var mutation = 0; mutation < mutations; mutation++)
        {
            var damaged = Damage.Of(Encoding.UTF8.GetBytes(json[at..]), new RandomStream(23, "population", (ulong)mutation), "1e308", "-0.5", "700", "\"mixture\"", "\"weibull\"", "\"empirical\"");
            try
            {
                var card = Card.Parse(json[..at] + Encoding.UTF8.GetString(damaged), "p.card.json");
                if (card.Population is not { } population)
                    continue;
                var device = population.Draw(card, 1, 2, 3);
                Assert.All(population.Places, place => Assert.True(double.IsFinite(device.Value(place.Parameter, card.Parameter(place.Parameter).Unit)), $"mutation {mutation}"));
                drawn++;
            }
            catch (CardException exception)
            {
                Assert.DoesNotContain('\n', exception.Message);
                refused++;
            }
        }

        Assert.True(drawn > mutations / 50 && refused > mutations / 50, $"{drawn} drawn, {refused} refused");
    }

    [Fact]
    public void Cycles_of_devices_without_memory_and_even_designs_of_a_population_are_refused()
    {
        var plain = DeviceCatalog.Default.Card("Vteam.PtHfTi");
        Assert.StartsWith("--cycles: Vteam.PtHfTi on bench", Assert.Throws<ArgumentException>(() => new MonteCarloStudy(plain, new LinearBench(1, 1), new MonteCarloSettings { Cycles = 2 })).Message, StringComparison.Ordinal);
        Assert.StartsWith("--sampling: ", Assert.Throws<ArgumentException>(() => new MonteCarloStudy(Card, new LinearBench(1, 1), new MonteCarloSettings { Design = SamplingDesign.Sobol })).Message, StringComparison.Ordinal);
    }

    private static double Memory(double[] values, int feature, int lag)
    {
        double Score(double x) => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, Truth.Population.Features[feature].Marginal.Cumulative(x));
        var (sum, squares) = (0.0, 0.0);
        for (var d = 0; d < Devices; d++)
        {
            for (var t = lag; t < Cycles; t++)
            {
                var (x, y) = (Score(values[(d * Cycles) + t]), Score(values[(d * Cycles) + t - lag]));
                (sum, squares) = (sum + (x * y), squares + (0.5 * ((x * x) + (y * y))));
            }
        }

        return sum / squares;
    }
}
