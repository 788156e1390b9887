using DevicePhys.Cards;
using DevicePhys.Errors;
using DevicePhys.Numbers;
using DevicePhys.Tests.Cards.Models;
using Xunit;

namespace DevicePhys.Tests.Cards;

public sealed class ModelCatalogTests
{
    [Fact]
    public void A_model_and_its_card_are_found_without_registration()
    {
        Assert.Contains("SoftSwitch", TestCards.Catalog.Models);
        Assert.Contains("SoftSwitch.Example", TestCards.Catalog.Cards.Select(card => card.Id));
        Assert.Equal(typeof(SoftSwitch<>), TestCards.Catalog.Definition("SoftSwitch"));
    }

    [Fact]
    public void A_model_is_built_in_every_reading()
    {
        var real = TestCards.Catalog.Create<Real>(TestCards.Example);
        var rates = new Real[1];
        Assert.IsType<SoftSwitch<Real>>(real);
        Assert.Equal(0.9, real.States[0].Initial);
        Assert.Equal(1 / 1e4, real.Evaluate(1, [0], rates).Value, 1e-19);
        Assert.IsType<SoftSwitch<Dual>>(TestCards.Catalog.Create<Dual>(TestCards.Example));
        Assert.IsType<SoftSwitch<Symbol>>(TestCards.Catalog.Create<Symbol>(TestCards.Example));
    }

    [Fact]
    public void Parameters_can_be_made_by_the_caller()
    {
        var model = TestCards.Catalog.Create<Real>(TestCards.Example, (name, value) => name == "ROn" ? value / 2 : value);
        Assert.Equal(2 / 1e4, model.Evaluate(1, [0], new Real[1]).Value, 1e-19);
    }

    [Fact]
    public void A_card_file_is_taken_by_its_path()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Path.GetRandomFileName()}.json");
        File.WriteAllText(path, TestCards.With("name", "\"Mine\""));
        try
        {
            Assert.Equal("SoftSwitch.Mine", TestCards.Catalog.Card(path).Id);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void An_unknown_card_is_answered_with_near_names()
    {
        var message = Assert.Throws<CardException>(() => TestCards.Catalog.Card("SoftSwitch.Exampel")).Message;
        Assert.StartsWith("SoftSwitch.Exampel: there is no such card, did you mean 'SoftSwitch.Example', expected one of ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_model_is_answered_with_near_names()
    {
        var card = Card.Parse(TestCards.With("model", "\"SoftSwich\""), "my.card.json");
        var message = Assert.Throws<CardException>(() => TestCards.Catalog.Create<Real>(card)).Message;
        Assert.StartsWith("my.card.json: unknown model 'SoftSwich', did you mean 'SoftSwitch', expected one of ", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => TestCards.Catalog.Definition("SoftSwich"));
    }

    [Fact]
    public void A_parameter_that_the_model_does_not_use_is_refused()
    {
        var card = Card.Parse(
            TestCards.With("parameters/Foo", """{ "value": 1, "source": "s", "status": "fitted" }"""), "my.card.json");
        Assert.Equal(
            "my.card.json: parameter 'Foo' is not used by model 'SoftSwitch', "
            + "expected one of 'ROn', 'ROff', 'Barrier', 'Density', 'Gain', 'Start'.",
            Assert.Throws<CardException>(() => TestCards.Catalog.Create<Real>(card)).Message);
    }

    [Fact]
    public void A_parameter_that_the_card_lacks_is_named()
    {
        var card = Card.Parse(TestCards.With("parameters/Gain", null), "my.card.json");
        Assert.Equal(
            "my.card.json: parameter 'Gain' is missing, expected one of 'ROn', 'ROff', 'Barrier', 'Density', 'Start'.",
            Assert.Throws<CardException>(() => TestCards.Catalog.Create<Real>(card)).Message);
    }

    [Fact]
    public void Two_models_of_one_name_are_refused() =>
        Assert.Contains(
            "two models",
            Assert.Throws<ArgumentException>(() => new ModelCatalog(typeof(TestCards).Assembly, typeof(TestCards).Assembly)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Many_threads_build_models_at_once()
    {
        var catalog = new ModelCatalog(typeof(TestCards).Assembly);
        Parallel.For(0, 1000, i =>
        {
            var card = catalog.Card("SoftSwitch.Example").With("ROn", 1000 + i);
            Assert.Equal(1.0 / (1000 + i), catalog.Create<Real>(card).Evaluate(1, [0], new Real[1]).Value, 1e-18);
        });
    }
}
