using System.Text.Json.Nodes;
using DevicePhys.Cards;
using DevicePhys.Errors;
using DevicePhys.Sampling;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;
using Xunit;

namespace DevicePhys.Tests.Cards;

public sealed class CardSampleTests
{
    private const int Draws = 20_000;

    // Four standard errors of a mean over the draws, for a quantity of standard deviation 1.
    private static readonly double Tolerance = 4 / Math.Sqrt(Draws);

    [Fact]
    public void A_log_normal_spread_keeps_the_median_and_has_its_sigma()
    {
        var logs = Values("ROn", SpreadOrigin.DeviceToDevice).Select(value => Math.Log(value / 1e4)).ToArray();
        Assert.Equal(0, logs.Mean(), 0.1 * Tolerance);
        Assert.Equal(0.1, logs.StandardDeviation(), 0.1 * Tolerance);
        Assert.Equal(1e4, Values("ROn", SpreadOrigin.DeviceToDevice).Median(), 1e4 * 0.1 * 1.2533 * Tolerance);
    }

    [Fact]
    public void A_normal_spread_has_its_mean_and_sigma()
    {
        var values = Values("Gain", SpreadOrigin.CycleToCycle);
        Assert.Equal(2.5, values.Mean(), 0.25 * Tolerance);
        Assert.Equal(0.25, values.StandardDeviation(), 0.25 * Tolerance);
    }

    [Fact]
    public void A_truncated_spread_follows_the_truncated_normal_distribution()
    {
        // Kolmogorov and Smirnov at a level of 1e-4, without the group, whose redraws are joint. Bounds are 0.5 and 2 times the value.
        var card = Card.Parse(TestCards.With("parameters/Barrier/d2d", """{ "distribution": "truncated", "sigma": 0.5 }"""), TestCards.File);
        var value = card.Value("Barrier", "J");
        var sorted = Values(card, "Barrier", SpreadOrigin.DeviceToDevice).Select(draw => (draw / value - 1) / 0.5).Order().ToArray();
        var (low, high) = (Normal.CDF(0, 1, -1), Normal.CDF(0, 1, 2));
        var distance = sorted.Select((z, i) => Math.Abs((Normal.CDF(0, 1, z) - low) / (high - low) - (i + 0.5) / Draws)).Max();
        Assert.InRange(distance, 0, 2.23 / Math.Sqrt(Draws));
        Assert.InRange(sorted[0], -1 - 1e-12, -0.99);
        Assert.InRange(sorted[^1], 1.95, 2 + 1e-12);
    }

    [Fact]
    public void Members_of_a_group_are_correlated_by_the_product_of_their_correlations()
    {
        // Without truncation: the barrier's bounds are dropped for this test.
        var json = JsonNode.Parse(TestCards.With("parameters/Barrier/d2d/distribution", "\"normal\""))!;
        json["parameters"]!["Barrier"]!.AsObject().Remove("bounds");
        json["parameters"]!["ROn"]!["d2d"] = JsonNode.Parse("""{ "distribution": "lognormal", "sigma": 0.1, "group": "other" }""");
        var card = Card.Parse(json.ToJsonString(), TestCards.File);
        var devices = Devices(card, SpreadOrigin.DeviceToDevice);
        var off = devices.Select(device => Math.Log(device.Value("ROff", "Ohm"))).ToArray();
        var barrier = devices.Select(device => device.Value("Barrier", "J") * 1e20).ToArray();
        var on = devices.Select(device => Math.Log(device.Value("ROn", "Ohm"))).ToArray();
        Assert.Equal(-0.4, Correlation.Pearson(off, barrier), Tolerance);
        Assert.Equal(0, Correlation.Pearson(off, on), Tolerance);
        Assert.Equal(0.2, off.StandardDeviation(), 0.2 * Tolerance);
        Assert.Equal(0.5 * 1.602176634, barrier.StandardDeviation(), 0.8 * Tolerance);
    }

    [Fact]
    public void Full_correlation_is_one_draw_for_all()
    {
        var json = JsonNode.Parse(TestCards.Json)!;
        json["parameters"]!["ROn"]!["d2d"] = JsonNode.Parse("""{ "distribution": "lognormal", "sigma": 0.1, "group": "g" }""");
        json["parameters"]!["ROff"]!["d2d"] = JsonNode.Parse("""{ "distribution": "lognormal", "sigma": 0.1, "group": "g", "correlation": -1 }""");
        var card = Card.Parse(json.ToJsonString(), TestCards.File);
        Assert.All(
            Devices(card, SpreadOrigin.DeviceToDevice).Take(100),
            device => Assert.Equal(1e4 * 2e6, device.Value("ROn", "Ohm") * device.Value("ROff", "Ohm"), 1));
    }

    [Fact]
    public void Only_parameters_with_that_spread_are_drawn()
    {
        var device = TestCards.Example.Sample(SpreadOrigin.DeviceToDevice, new RandomStream(1, "d2d"));
        Assert.Equal(
            ["ROn", "ROff", "Barrier"],
            device.Parameters.Where(parameter => parameter.Value != TestCards.Example.Parameter(parameter.Name).Value).Select(parameter => parameter.Name));
        var cycle = device.Sample(SpreadOrigin.CycleToCycle, new RandomStream(1, "c2c"));
        Assert.Equal(
            ["ROff", "Gain"],
            cycle.Parameters.Where(parameter => parameter.Value != device.Parameter(parameter.Name).Value).Select(parameter => parameter.Name));
    }

    [Fact]
    public void The_same_stream_gives_the_same_device_whatever_the_order_of_the_file()
    {
        var root = JsonNode.Parse(TestCards.Json)!;
        root["parameters"] = new JsonObject(
            root["parameters"]!.AsObject().Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
        var reversed = Card.Parse(root.ToJsonString(), TestCards.File);
        Assert.Equal(
            TestCards.Example.Sample(SpreadOrigin.DeviceToDevice, new RandomStream(7, "d2d", 3)).Hash,
            reversed.Sample(SpreadOrigin.DeviceToDevice, new RandomStream(7, "d2d", 3)).Hash);
    }

    [Fact]
    public void A_card_without_spread_draws_nothing()
    {
        var card = TestCards.Example.ScaleSpread(SpreadOrigin.DeviceToDevice, 0);
        var random = new RandomStream(1, "d2d");
        Assert.Same(card, card.Sample(SpreadOrigin.DeviceToDevice, random));
        Assert.Equal(0ul, random.Position);
    }

    [Fact]
    public void Every_draw_is_within_the_bounds_even_when_the_spread_is_scaled_up() =>
        Assert.All(
            Devices(TestCards.Example.ScaleSpread(SpreadOrigin.DeviceToDevice, 10), SpreadOrigin.DeviceToDevice).Take(1000),
            device => Assert.All(device.Parameters, parameter => Assert.InRange(parameter.Value, parameter.Lower, parameter.Upper)));

    [Fact]
    public void Bounds_that_no_draw_can_meet_are_blamed()
    {
        var card = TestCards.Example.ScaleSpread(SpreadOrigin.DeviceToDevice, 1e6);
        Assert.Equal(
            "SoftSwitch/Example: parameter 'ROff': no draw fell within the bounds in 1000 tries, expected a smaller spread or wider bounds.",
            Assert.Throws<CardException>(() => card.Sample(SpreadOrigin.DeviceToDevice, new RandomStream(1, "d2d"))).Message);
    }

    private static double[] Values(string name, SpreadOrigin origin) => Values(TestCards.Example, name, origin);

    private static double[] Values(Card card, string name, SpreadOrigin origin) =>
        [.. Devices(card, origin).Select(device => device.Parameter(name).Value)];

    private static Card[] Devices(Card card, SpreadOrigin origin)
    {
        var random = new RandomStream(20260101, "devices");
        return [.. Enumerable.Range(0, Draws).Select(_ => card.Sample(origin, random))];
    }
}
