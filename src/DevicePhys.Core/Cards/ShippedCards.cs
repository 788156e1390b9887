using System.Reflection;
using DevicePhys.Errors;

namespace DevicePhys.Cards;

/// <summary>Finds the cards embedded in assemblies.</summary>
internal static class ShippedCards
{
    private const string Suffix = ".card.json";

    /// <summary>Reads them all, by identity.</summary>
    public static SortedDictionary<string, Card> Read(IReadOnlyList<Assembly> assemblies)
    {
        var cards = new SortedDictionary<string, Card>(StringComparer.Ordinal);
        foreach (var assembly in assemblies)
        {
            foreach (var file in assembly.GetManifestResourceNames().Where(name => name.EndsWith(Suffix, StringComparison.Ordinal)))
            {
                using var stream = assembly.GetManifestResourceStream(file)!;
                var card = CardReader.Read(CardFile.Read(stream, file), file);
                if (file != card.Id + Suffix)
                {
                    throw new CardException($"{file}: the card is '{card.Id}', expected the file name {card.Id}{Suffix}.");
                }

                if (!cards.TryAdd(card.Id, card))
                {
                    throw new CardException($"{file}: the card is there twice, expected one assembly with it.");
                }
            }
        }

        return cards;
    }
}
