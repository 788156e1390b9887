using DevicePhys.Cards;
using DevicePhys.Errors;
using DevicePhys.Numbers;
using Xunit;

namespace DevicePhys.Tests.Cards;

public sealed class CardOfTTests
{
    [Fact]
    public void A_wrong_unit_is_refused_in_the_words_of_the_design()
    {
        var card = Card.Parse("""
            { "model": "Vteam", "name": "Example", "title": "t", "reference": "r",
              "parameters": { "ROn": { "value": "10 mV", "source": "s", "status": "fitted" } } }
            """, "Vteam.Example.card.json");
        var message = Assert.Throws<CardException>(() => card.Read<Real>()["ROn", "Ohm"]).Message;
        Assert.Equal("Vteam/Example: parameter 'ROn': '10 mV' should be in 'Ohm'.", message);
    }

    [Fact]
    public void A_forgotten_unit_is_refused() =>
        Assert.Equal(
            "SoftSwitch/Example: parameter 'ROn': '10 kOhm' should be a number without unit.",
            Assert.Throws<CardException>(() => TestCards.Example.Read<Real>()["ROn"]).Message);

    [Fact]
    public void A_missing_parameter_is_named_with_its_neighbours() =>
        Assert.StartsWith(
            "SoftSwitch/Example: parameter 'ROnn' is missing, did you mean 'ROn'",
            Assert.Throws<CardException>(() => TestCards.Example.Read<Real>()["ROnn", "Ohm"]).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Values_come_in_SI_whatever_unit_of_the_kind_is_asked()
    {
        var card = TestCards.Example.Read<Real>();
        Assert.Equal(1e4, card["ROn", "Ohm"].Value);
        Assert.Equal(1e4, card["ROn", "V/A"].Value);
        Assert.Equal(2e6, card.Number("ROff", "Ohm"));
    }

    [Fact]
    public void A_caller_can_make_the_parameters_itself()
    {
        var asked = new List<(string, double)>();
        var card = TestCards.Example.Read<Real>((name, value) =>
        {
            asked.Add((name, value));
            return 2 * value;
        });
        Assert.Equal(2e4, card["ROn", "Ohm"].Value);
        Assert.Equal([("ROn", 1e4)], asked);
    }

    [Fact]
    public void A_model_can_blame_a_parameter() =>
        Assert.Equal(
            "SoftSwitch/Example: parameter 'ROn': '10 kOhm' should be below ROff.",
            TestCards.Example.Read<Real>().Error("ROn", "'10 kOhm' should be below ROff").Message);
}
