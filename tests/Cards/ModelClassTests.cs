using System.Reflection;
using DevicePhys.Cards;
using DevicePhys.Devices;
using DevicePhys.Numbers;
using Xunit;

namespace DevicePhys.Tests.Cards;

/// <summary>What every model and every shipped card must satisfy.</summary>
public sealed class ModelClassTests
{
    private static readonly ModelCatalog[] Catalogs = [TestCards.Catalog, DeviceCatalog.Default];

    [Fact]
    public void No_model_keeps_its_card()
    {
        // card[...] inside Evaluate compiles without a warning and reads the card anew on every call.
        foreach (var catalog in Catalogs)
        {
            Assert.All(catalog.Models, model => Assert.Empty(CardFields(catalog.Definition(model))));
        }
    }

    [Fact]
    public void A_card_that_is_kept_would_be_seen() => Assert.NotEmpty(CardFields(typeof(Hoarder<>)));

    [Fact]
    public void Every_shipped_card_fits_its_model_in_every_reading()
    {
        foreach (var catalog in Catalogs)
        {
            Assert.All(catalog.Cards, card =>
            {
                catalog.CreateModel<Real>(card);
                catalog.CreateModel<Dual>(card);
                catalog.CreateModel<Symbol>(card);
            });
        }
    }

    [Fact]
    public void Every_shipped_card_is_the_same_after_writing_and_reading() =>
        Assert.All(Catalogs.SelectMany(catalog => catalog.Cards), card => Assert.Equal(card.Hash, Card.Parse(card.ToJson(), "x.json").Hash));

    [Fact]
    public void Every_shipped_model_has_a_card() =>
        Assert.Empty(DeviceCatalog.Default.Models.Except(DeviceCatalog.Default.Cards.Select(card => card.Model)));

    private static IEnumerable<FieldInfo> CardFields(Type model) => model
        .GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
        .Where(field => field.FieldType == typeof(Card)
            || (field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() == typeof(Card<>)));

    private sealed class Hoarder<T>(Card<T> card)
        where T : struct, IReal<T>
    {
        public T Current => card["G", "S"];
    }
}
