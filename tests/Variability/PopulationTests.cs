using DevicePhys.Sampling;
using DevicePhys.Statistics;
using DevicePhys.Variability;
using Xunit;

namespace DevicePhys.Tests.Variability;

public sealed class PopulationTests
{
    private static readonly MarginalKind[] Kinds = [MarginalKind.Normal, MarginalKind.LogNormal, MarginalKind.Weibull];

    private static readonly (string Name, string Unit)[] Names = [("VSet", "V"), ("ROn", "Ohm")];

    // D2D of 0.3, a memory of 0.6 and 0.3 with cross terms; cycles settle to a covariance of about 0.7.
    private static readonly Population Truth = new(
        [new("VSet", "V", new Marginal(MarginalKind.Weibull, 3, 2, [])), new("ROn", "Ohm", new Marginal(MarginalKind.LogNormal, 6, 0.8, []))],
        new[,] { { 0.3, -0.1 }, { -0.1, 0.3 } }, new[,] { { 0.6, 0.1 }, { -0.2, 0.3 } }, new[,] { { 0.45, 0.15 }, { 0.15, 0.6 } });

    [Fact]
    public void Fitted_distributions_their_likelihood_and_their_statistic_are_those_of_scipy()
    {
        var random = new RandomStream(5, "marginals");
        double[] x = [.. Enumerable.Range(0, 120).Select(_ => Math.Exp(0.4 + (0.35 * random.NextNormal())))];
        var judged = ScipyJudge.Ask("marginals", ("x", x))["rows"].Values<double>();
        for (var k = 0; k < Kinds.Length; k++)
        {
            var fit = Marginal.Fit(Kinds[k], x);

            // scipy ends its simplex search of the Weibull shape at about 1e-5.
            var tolerance = Kinds[k] == MarginalKind.Weibull ? 1e-4 : 1e-9;
            Assert.Equal(judged[3 * k], fit.Aic(x), tolerance * Math.Abs(judged[3 * k]));
            Assert.Equal(judged[(3 * k) + 1], fit.AndersonDarling(x), 10 * tolerance * judged[(3 * k) + 1]);
            Assert.Equal(judged[(3 * k) + 2], fit.Quantile(0.9), tolerance * judged[(3 * k) + 2]);
        }
    }

    [Theory]
    [InlineData(MarginalKind.Normal)]
    [InlineData(MarginalKind.LogNormal)]
    [InlineData(MarginalKind.Weibull)]
    public void The_distribution_that_made_the_values_is_chosen(MarginalKind kind)
    {
        var truth = kind switch
        {
            MarginalKind.Normal => new Marginal(kind, 10, 2, []),
            MarginalKind.LogNormal => new Marginal(kind, 1, 0.7, []),
            _ => new Marginal(kind, 1.8, 3, []),
        };
        var random = new RandomStream(8, "choice");
        Assert.Equal(kind, MarginalChoice.Of([.. Enumerable.Range(0, 400).Select(_ => truth.Quantile(random.NextDouble()))], 1, "x").Chosen.Kind);
    }

    [Fact]
    public void Two_heaps_of_values_are_seen_as_two_and_drawn_as_two()
    {
        var random = new RandomStream(9, "heaps");
        double[] x = [.. Enumerable.Range(0, 300).Select(i => (i % 10 == 0 ? 5 : 0) + random.NextNormal())];
        var chosen = MarginalChoice.Of([.. x.Select(Math.Exp)], 1, "x").Chosen;
        Assert.Equal(MarginalKind.Mixture, chosen.Kind);
        Assert.Equal(0.5, chosen.Cumulative(chosen.Quantile(0.5)), 1e-12);
        double[] drawn = [.. Enumerable.Range(0, 20_000).Select(_ => chosen.Quantile(random.NextDouble()))];
        Assert.True(KolmogorovSmirnov.OneSample(drawn, chosen.Cumulative).PValue > 0.001);
        Assert.Equal(chosen.Parts!.Share, drawn.Count(value => Math.Log(value) > 3) / 20_000.0, 0.01);
        var two = TwoComponents.Fit(x);
        Assert.Equal(0.1, two.Share, 0.03);
        Assert.Equal(0, two.Mean, 0.2);
        Assert.Equal(5, two.OtherMean, 0.5);
        Assert.True(two.Gain > 10);
        Assert.True(TwoComponents.Fit([.. Enumerable.Range(0, 300).Select(_ => random.NextNormal())]).Gain < 10);
    }

    [Fact]
    public void A_population_is_found_again_in_what_it_makes()
    {
        var make = Truth.Generator();
        double[][][] devices = [.. Enumerable.Range(0, 200).Select(d => make(60, 4, d))];
        var fit = PopulationFit.Fit(Names, devices).Population;
        var cycle = Truth.CycleCovariance();
        double[] width = [.. Enumerable.Range(0, 2).Select(f => Math.Sqrt(Truth.DeviceCovariance[f, f] + cycle[f, f]))];
        for (var f = 0; f < 2; f++)
        {
            for (var g = 0; g < 2; g++)
            {
                // Scores have variance 1, so matrices come out scaled.
                Assert.Equal(Truth.DeviceCovariance[f, g] / (width[f] * width[g]), fit.DeviceCovariance[f, g], 0.1);
                Assert.Equal(Truth.Memory[f, g] * width[g] / width[f], fit.Memory[f, g], 0.08);
                Assert.Equal(Truth.NoiseCovariance[f, g] / (width[f] * width[g]), fit.NoiseCovariance[f, g], 0.06);
            }
        }
    }

    [Fact]
    public void Generated_populations_have_the_features_correlations_and_memory_of_the_measured_one_and_others_are_told_apart()
    {
        var make = Truth.Generator();
        double[][][] devices = [.. Enumerable.Range(0, 30).Select(d => make(12 + (d % 20), 6, d))];
        for (var d = 0; d < devices.Length; d += 3)
            devices[d][2][1] = double.NaN;
        var same = PopulationComparison.Of(PopulationFit.Fit(Names, devices).Population, devices, replicates: 100);
        Assert.All(same.Distances, d => Assert.True(d.PValue > 0.01));
        Assert.True(same.Generated[1].Holds(same.Correlations[1]));
        Assert.InRange(same.Memory.Zip(same.GeneratedMemory).Sum(f => f.First.Zip(f.Second).Count(pair => pair.Second.Holds(pair.First))), 32, 40);

        // Without history the first lags lie far outside.
        var forgetful = Truth with { DeviceCovariance = new double[2, 2], Memory = new double[2, 2] };
        var other = PopulationComparison.Of(forgetful, devices, replicates: 100);
        Assert.False(other.GeneratedMemory[0][0].Holds(other.Memory[0][0]));
    }

    [Fact]
    public void A_device_depends_on_its_number_alone_and_its_values_on_its_distribution()
    {
        var make = Truth.Generator();
        Assert.Equal(Truth.Device(5, 1, 7), make(5, 1, 7));
        double[] values = [.. Enumerable.Range(0, 4000).Select(d => make(1, 2, d)[0][0])];
        Assert.True(KolmogorovSmirnov.OneSample(values, Truth.Features[0].Marginal.Cumulative).PValue > 0.001);
    }
}
