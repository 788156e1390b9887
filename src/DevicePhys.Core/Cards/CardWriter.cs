using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DevicePhys.Cards;

/// <summary>Turns a card into JSON: readable with the units of its file, or canonical for its hash.</summary>
internal static class CardWriter
{
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The card as a file.</summary>
    public static string ToJson(Card card) => Tree(card, parameter => parameter.Text).ToJsonString(Readable);

    /// <summary>SHA-256 of the card in SI with sorted keys.</summary>
    public static string Hash(Card card)
    {
        var content = Sorted(Tree(card, parameter => Quantity.Format(parameter.Value, parameter.Unit)))!.ToJsonString();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
    }

    private static JsonObject Tree(Card card, Func<CardParameter, string> text)
    {
        var tree = new JsonObject
        {
            ["model"] = card.Model,
            ["name"] = card.Name,
            ["title"] = card.Title,
            ["reference"] = card.Reference,
            ["parameters"] = new JsonObject(card.Parameters.Select(p => KeyValuePair.Create(p.Name, (JsonNode?)Tree(p, text(p))))),
        };
        if (card.HasPulses)
        {
            tree["pulses"] = Tree(card.Pulses);
        }

        if (card.Uncertainty is { } uncertainty)
        {
            tree["uncertainty"] = new JsonObject
            {
                ["parameters"] = new JsonArray([.. uncertainty.Parameters.Select(name => (JsonNode)name)]),
                ["covariance"] = new JsonArray([.. uncertainty.Covariance.Select(row => (JsonNode)new JsonArray([.. row.Select(value => (JsonNode)value)]))]),
            };
        }

        if (card.Population is { } population)
        {
            tree["population"] = CardPopulationText.Write(population);
        }

        return tree;
    }

    private static JsonObject Tree(CardParameter parameter, string value)
    {
        var tree = new JsonObject
        {
            ["value"] = value,
            ["source"] = parameter.Source,
            ["status"] = CardReader.Word(parameter.Status),
        };
        if (!double.IsInfinity(parameter.Lower) || !double.IsInfinity(parameter.Upper))
        {
            tree["bounds"] = new JsonArray(Quantity.Format(parameter.Lower, parameter.Unit), Quantity.Format(parameter.Upper, parameter.Unit));
        }

        AddSpread(tree, "d2d", parameter.D2D);
        AddSpread(tree, "c2c", parameter.C2C);
        if (parameter.Note is not null)
        {
            tree["note"] = parameter.Note;
        }

        return tree;
    }

    private static void AddSpread(JsonObject tree, string key, Spread? spread)
    {
        if (spread is null)
        {
            return;
        }

        var node = new JsonObject { ["distribution"] = CardReader.Word(spread.Distribution), ["sigma"] = spread.Sigma };
        if (spread.Group is not null)
        {
            node["group"] = spread.Group;
            node["correlation"] = spread.Correlation;
        }

        tree[key] = node;
    }

    private static JsonObject Tree(PulseScheme pulses) => new()
    {
        ["potentiation"] = Tree(pulses.Potentiation),
        ["depression"] = Tree(pulses.Depression),
        ["driver"] = Quantity.Format(pulses.DriverResistance, "Ohm"),
        ["line"] = Quantity.Format(pulses.LineCapacitance, "F"),
        ["read"] = Quantity.Format(pulses.ReadVoltage, "V"),
        ["bandwidth"] = Quantity.Format(pulses.ReadBandwidth, "Hz"),
        ["source"] = pulses.Source,
        ["status"] = CardReader.Word(pulses.Status),
    };

    private static JsonObject Tree(Pulse pulse) => new()
    {
        ["amplitude"] = Quantity.Format(pulse.Amplitude, "V"),
        ["width"] = Quantity.Format(pulse.Width, "s"),
        ["edge"] = Quantity.Format(pulse.Edge, "s"),
        ["period"] = Quantity.Format(pulse.Period, "s"),
    };

    private static JsonNode? Sorted(JsonNode? node) => node is JsonObject tree
        ? new JsonObject(tree.OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value))))
        : node?.DeepClone();
}
