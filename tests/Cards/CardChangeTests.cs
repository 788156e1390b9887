using DevicePhys.Cards;
using DevicePhys.Errors;
using Xunit;

namespace DevicePhys.Tests.Cards;

public sealed class CardChangeTests
{
    [Fact]
    public void A_changed_value_leaves_the_old_card_alone()
    {
        var card = TestCards.Example;
        var changed = card.With("ROn", 2e4);
        Assert.Equal((1e4, 2e4), (card.Value("ROn", "Ohm"), changed.Value("ROn", "Ohm")));
        Assert.Equal(("10 kOhm", "20000 Ohm"), (card.Parameter("ROn").Text, changed.Parameter("ROn").Text));
        Assert.Equal(card.Parameter("ROn").D2D, changed.Parameter("ROn").D2D);
    }

    [Fact]
    public void A_value_can_be_changed_with_its_unit()
    {
        var changed = TestCards.Example.With("Barrier", "0.11 eV");
        Assert.Equal("0.11 eV", changed.Parameter("Barrier").Text);
        Assert.Equal(0.11 * 1.602176634e-19, changed.Value("Barrier", "J"), 1e-34);
    }

    [Theory]
    [InlineData("ROn", 1, "parameter 'ROn': '1 Ohm' should be within its bounds, '1000 Ohm' to '100000 Ohm'.")]
    [InlineData("ROn", double.NaN, "parameter 'ROn': the value should be a finite number.")]
    [InlineData("Gain", double.PositiveInfinity, "parameter 'Gain': the value should be a finite number.")]
    [InlineData("Rof", 1, "parameter 'Rof' is missing, did you mean 'ROff' or 'ROn', expected one of 'ROn', 'ROff', 'Barrier', 'Density', 'Gain', 'Start'.")]
    public void A_wrong_value_is_refused(string name, double value, string message) =>
        Assert.Equal($"SoftSwitch/Example: {message}", Assert.Throws<CardException>(() => TestCards.Example.With(name, value)).Message);

    [Theory]
    [InlineData("10 V", "parameter 'ROn': '10 V' should be in 'Ohm'.")]
    [InlineData("much", "parameter 'ROn': 'much' is not a number with a unit, such as '10 kOhm'.")]
    [InlineData("1 Ohm", "parameter 'ROn': '1 Ohm' should be within its bounds, '1000 Ohm' to '100000 Ohm'.")]
    public void A_wrong_text_is_refused(string text, string message) =>
        Assert.Equal($"SoftSwitch/Example: {message}", Assert.Throws<CardException>(() => TestCards.Example.With("ROn", text)).Message);

    [Fact]
    public void A_parameter_can_be_replaced_with_its_bounds_and_spreads()
    {
        var old = TestCards.Example.Parameter("ROn");
        var card = TestCards.Example.With(old with { Lower = 0.1, Value = 1, D2D = null });
        Assert.Equal((1, 0.1), (card.Value("ROn", "Ohm"), card.Parameter("ROn").Lower));
        Assert.Null(card.Parameter("ROn").D2D);
        Assert.Throws<CardException>(() => TestCards.Example.With(old with { Unit = "V" }));
        Assert.Throws<CardException>(() => TestCards.Example.With(old with { Lower = 2e4 }));
        Assert.Throws<CardException>(() => TestCards.Example.With(old with { Upper = double.PositiveInfinity }));
        Assert.Throws<CardException>(() => TestCards.Example.With(old with { D2D = new Spread(Distribution.Normal, double.NaN) }));
        Assert.Throws<CardException>(() => TestCards.Example.With(old with { Name = "Other" }));
    }

    [Fact]
    public void The_pulses_can_be_replaced()
    {
        var card = TestCards.Example;
        var scheme = card.Pulses with { Potentiation = card.Pulses.Potentiation with { Amplitude = 2 } };
        Assert.Equal(2, card.With(scheme).Pulses.Potentiation.Amplitude);
        Assert.Equal(1.2, card.Pulses.Potentiation.Amplitude);
        var wrong = scheme with { Depression = scheme.Depression with { Width = double.NaN } };
        Assert.Equal(
            "SoftSwitch/Example: pulses: depression: the width should be a finite time above 0.",
            Assert.Throws<CardException>(() => card.With(wrong)).Message);
    }

    [Fact]
    public void Spreads_of_one_origin_are_scaled_and_the_others_kept()
    {
        var card = TestCards.Example.ScaleSpread(SpreadOrigin.DeviceToDevice, 2);
        Assert.Equal(0.2, card.Parameter("ROn").D2D!.Sigma);
        Assert.Equal(new Spread(Distribution.LogNormal, 0.4, "filament", 0.8), card.Parameter("ROff").D2D);
        Assert.Equal(0.05, card.Parameter("ROff").C2C!.Sigma);
        Assert.Null(card.Parameter("Gain").D2D);
    }

    [Fact]
    public void Scaling_by_0_takes_the_spreads_away() =>
        Assert.All(TestCards.Example.ScaleSpread(SpreadOrigin.CycleToCycle, 0).Parameters, parameter => Assert.Null(parameter.C2C));

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Scaling_by_nonsense_is_refused(double factor) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TestCards.Example.ScaleSpread(SpreadOrigin.CycleToCycle, factor));
}
