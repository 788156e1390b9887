using DevicePhys.Cards;
using DevicePhys.Sampling;
using DevicePhys.Statistics;
using DevicePhys.Tests.Cards;
using DevicePhys.Variability;
using Xunit;

namespace DevicePhys.Tests.Variability;

public sealed class CardDrawsTests
{
    private const int Samples = 4000;

    [Theory]
    [InlineData("""{ "distribution": "normal", "sigma": 0.05 }""")]
    [InlineData("""{ "distribution": "lognormal", "sigma": 0.3 }""")]
    [InlineData("""{ "distribution": "truncated", "sigma": 0.6 }""")]
    [InlineData("""{ "distribution": "truncated", "sigma": 0.6, "group": "g", "correlation": 0.7 }""")]
    public void Devices_scatter_as_those_the_card_draws_itself(string spread)
    {
        var card = Card.Parse(TestCards.With("parameters/ROn/d2d", spread), TestCards.File);
        var draws = new CardDraws(card);
        var design = new SampleDesign(SamplingDesign.Random, 3, Samples, draws.Dimensions);
        var (mine, plain) = (new double[Samples], new double[Samples]);
        for (var i = 0; i < Samples; i++)
        {
            var z = new double[draws.Dimensions];
            design.Normals(i, z);
            mine[i] = draws.Draw(card, z, new RandomStream(3, "again", (ulong)i)).Value("ROn", "Ohm");
            plain[i] = card.Sample(SpreadOrigin.DeviceToDevice, new RandomStream(4, "plain", (ulong)i)).Value("ROn", "Ohm");
        }

        Assert.True(KolmogorovSmirnov.TwoSample(mine, plain).PValue > 0.001);
        Assert.All(mine, value => Assert.InRange(value, card.Parameter("ROn").Lower, card.Parameter("ROn").Upper));
    }

    [Fact]
    public void Members_of_a_group_are_correlated_by_the_product_of_their_shares()
    {
        var card = Card.Parse(TestCards.With("parameters/ROn/d2d", """{ "distribution": "normal", "sigma": 0.02, "group": "g", "correlation": 0.8 }"""), TestCards.File);
        var other = card.Parameters.First(p => p.Name != "ROn" && p.HasBounds && p.Value != 0);
        card = card.With(other with { D2D = new Spread(Distribution.Normal, 0.02, "g", -0.5), Lower = double.NegativeInfinity, Upper = double.PositiveInfinity });
        var draws = new CardDraws(card);
        var design = new SampleDesign(SamplingDesign.LatinHypercube, 3, Samples, draws.Dimensions);
        var (a, b) = (new double[Samples], new double[Samples]);
        for (var i = 0; i < Samples; i++)
        {
            var z = new double[draws.Dimensions];
            design.Normals(i, z);
            var device = draws.Draw(card, z, new RandomStream(3, "again", (ulong)i));
            (a[i], b[i]) = (device.Parameter("ROn").Value, device.Parameter(other.Name).Value * Math.Sign(other.Value));
        }

        // The standard error of a coefficient of -0.4 is (1 - 0.16)/sqrt(n) = 0.013.
        Assert.Equal(-0.4, RankCorrelation.Pearson(a, b), 0.05);
    }
}
