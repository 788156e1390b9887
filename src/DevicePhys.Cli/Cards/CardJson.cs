using System.Text.Json.Nodes;
using DevicePhys.Cards;

namespace DevicePhys.Cli.Cards;

/// <summary>Cards as JSON: always a list, whose members have parameters and pulses when one card was asked for.</summary>
internal static class CardJson
{
    /// <summary>The name of the JSON form.</summary>
    public const string Schema = "devicephys/cards/1";

    /// <summary>All cards of a library, in short.</summary>
    public static JsonObject List(IReadOnlyList<Card> cards) => JsonText.Document(Schema, new
    {
        Cards = cards.Select(card => new { card.Id, card.Title, card.Reference, card.Hash, Statuses = Statuses(card) }),
    });

    /// <summary>One card, in full; numbers in SI.</summary>
    public static JsonObject One(Card card) => JsonText.Document(Schema, new
    {
        Cards = new[]
        {
            new
            {
                card.Id,
                card.Title,
                card.Reference,
                card.Hash,
                Statuses = Statuses(card),
                Parameters = card.Parameters.Select(parameter => new
                {
                    parameter.Name,
                    parameter.Value,
                    parameter.Unit,
                    parameter.Text,
                    parameter.Status,
                    parameter.Lower,
                    parameter.Upper,
                    D2d = parameter.D2D,
                    C2c = parameter.C2C,
                    parameter.Source,
                    parameter.Note,
                }),
                Pulses = card.HasPulses ? card.Pulses : null,
            },
        },
    });

    private static Dictionary<string, int> Statuses(Card card) =>
        Enum.GetValues<ParameterStatus>().ToDictionary(
            status => status.ToString().ToLowerInvariant(),
            status => card.Parameters.Count(parameter => parameter.Status == status));
}
