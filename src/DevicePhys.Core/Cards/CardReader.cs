using System.Text.Json;
using DevicePhys.Errors;

namespace DevicePhys.Cards;

/// <summary>Turns the JSON of a card into a card; the format is described at <see cref="Card"/>.</summary>
internal static class CardReader
{
    // card > parameters > parameter > spread is 4 levels; anything deeper is not a card.
    private const int DeepestNesting = 8;
    private const int LongestName = 64;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = DeepestNesting };

    private static readonly (string, Distribution)[] Distributions =
        [("normal", Distribution.Normal), ("lognormal", Distribution.LogNormal), ("truncated", Distribution.TruncatedNormal)];

    private static readonly (string, ParameterStatus)[] Statuses =
    [
        ("quoted", ParameterStatus.Quoted), ("derived", ParameterStatus.Derived),
        ("fitted", ParameterStatus.Fitted), ("reconstructed", ParameterStatus.Reconstructed),
    ];

    /// <summary>Reads a card.</summary>
    public static Card Read(string json, string file)
    {
        if (json.Length > CardFile.LargestSize)
        {
            throw CardFile.TooLarge(file);
        }

        using var document = Open(json, file);
        try
        {
            return ReadCard(document.RootElement, file);
        }
        catch (InvalidOperationException exception)
        {
            // What System.Text.Json throws for half of a surrogate pair written as an escape.
            throw new CardException($"{file}: a text holds an invalid Unicode escape, expected valid Unicode.", exception);
        }
    }

    /// <summary>The word a file uses for a distribution.</summary>
    public static string Word(Distribution distribution) => Distributions.First(row => row.Item2 == distribution).Item1;

    /// <summary>The word a file uses for a status.</summary>
    public static string Word(ParameterStatus status) => Statuses.First(row => row.Item2 == status).Item1;

    private static JsonDocument Open(string json, string file)
    {
        try
        {
            return JsonDocument.Parse(json, Strict);
        }
        catch (JsonException exception)
        {
            throw new CardException(
                $"{file}: line {exception.LineNumber + 1}: the JSON is broken, expected one object of at most {DeepestNesting} levels.", exception);
        }
        catch (ArgumentException exception)
        {
            throw new CardException($"{file}: a text holds half of a surrogate pair, expected valid Unicode.", exception);
        }
    }

    private static Card ReadCard(JsonElement root, string file)
    {
        var node = new CardNode(root, file, "", "model", "name", "title", "reference", "parameters", "pulses", "uncertainty", "population");
        var model = Name(node, "model", char.IsAsciiLetterOrDigit);
        var name = Name(node, "name", c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
        var (title, reference) = (node.Text("title"), node.Text("reference"));
        var parameters = new CardNode(node.Member("parameters"), file, "parameters");
        var read = parameters.Members.Select(member => ReadParameter(member.Key, member.Value, parameters, file)).ToArray();
        var card = new Card(file, model, name, title, reference, read, node.Has("pulses") ? ReadPulses(node.Member("pulses"), file) : null);
        card = node.Has("uncertainty") ? ReadUncertainty(card, node.Member("uncertainty"), file) : card;
        return node.Has("population") ? card.With(CardPopulationText.Read(node.Member("population"), file)) : card;
    }

    private static Card ReadUncertainty(Card card, JsonElement element, string file)
    {
        var node = new CardNode(element, file, "uncertainty", "parameters", "covariance");
        JsonElement[] Items(JsonElement list, string key) =>
            list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : throw node.Error($"'{key}' should be a list");
        string Text(JsonElement item) => item.ValueKind == JsonValueKind.String ? item.GetString()! : throw node.Error("'parameters' should hold texts");
        double Number(JsonElement item) =>
            item.ValueKind == JsonValueKind.Number && item.TryGetDouble(out var value) ? value : throw node.Error("'covariance' should hold numbers in SI units");
        string[] names = [.. Items(node.Member("parameters"), "parameters").Select(Text)];
        double[][] rows = [.. Items(node.Member("covariance"), "covariance").Select(row => Items(row, "covariance").Select(Number).ToArray())];
        var uncertainty = new CardUncertainty(names, rows);
        return uncertainty.Flaw(card.Parameters.Select(parameter => parameter.Name)) is { } flaw ? throw node.Error(flaw) : card.With(uncertainty);
    }

    private static CardParameter ReadParameter(string name, JsonElement element, CardNode parent, string file)
    {
        if (name.Length is 0 or > LongestName || !char.IsAsciiLetter(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            throw parent.Error($"'{CardNode.Shown(name)}' is not a name, expected a letter, then letters, digits and '_', at most {LongestName}");
        }

        var place = $"parameter '{name}'";
        var node = new CardNode(element, file, place, "value", "source", "status", "bounds", "d2d", "c2c", "note");
        var (value, text) = node.Quantity("value");
        var (lower, upper) = node.Has("bounds") ? node.Pair("bounds", value.Unit) : (double.NegativeInfinity, double.PositiveInfinity);
        var parameter = new CardParameter(
            name,
            value.Value,
            value.Unit,
            node.Text("source"),
            node.Word("status", Statuses),
            lower,
            upper,
            node.Has("d2d") ? ReadSpread(node.Member("d2d"), file, $"{place}: d2d") : null,
            node.Has("c2c") ? ReadSpread(node.Member("c2c"), file, $"{place}: c2c") : null,
            node.Has("note") ? node.Text("note") : null) { Written = text };
        var flaw = parameter.ValueFlaw()
            ?? parameter.SpreadFlaw(SpreadOrigin.DeviceToDevice) ?? parameter.SpreadFlaw(SpreadOrigin.CycleToCycle);
        return flaw is null ? parameter : throw node.Error(flaw);
    }

    private static Spread ReadSpread(JsonElement element, string file, string place)
    {
        var node = new CardNode(element, file, place, "distribution", "sigma", "group", "correlation");
        if (node.Has("correlation") && !node.Has("group"))
        {
            throw node.Error("'correlation' needs a 'group'");
        }

        return new Spread(
            node.Word("distribution", Distributions),
            node.Number("sigma", ""),
            node.Has("group") ? node.Text("group") : null,
            node.Has("correlation") ? node.Number("correlation", "") : 1);
    }

    private static PulseScheme ReadPulses(JsonElement element, string file)
    {
        var node = new CardNode(
            element, file, "pulses", "potentiation", "depression", "driver", "line", "read", "bandwidth", "source", "status");
        var scheme = new PulseScheme(
            ReadPulse(node.Member("potentiation"), file, "pulses: potentiation"),
            ReadPulse(node.Member("depression"), file, "pulses: depression"),
            node.Number("driver", "Ohm"),
            node.Number("line", "F"),
            node.Number("read", "V"),
            node.Number("bandwidth", "Hz")) { Source = node.Text("source"), Status = node.Word("status", Statuses) };
        return scheme.Flaw is { } flaw ? throw node.Error(flaw) : scheme;
    }

    private static Pulse ReadPulse(JsonElement element, string file, string place)
    {
        var node = new CardNode(element, file, place, "amplitude", "width", "edge", "period");
        return new Pulse(node.Number("amplitude", "V"), node.Number("width", "s"), node.Number("edge", "s"), node.Number("period", "s"));
    }

    private static string Name(CardNode node, string key, Func<char, bool> allowed)
    {
        var name = node.Text(key);
        return name.Length <= LongestName && char.IsAsciiLetterOrDigit(name[0]) && name.All(allowed)
            ? name
            : throw node.Error($"'{key}' is '{CardNode.Shown(name)}', expected at most {LongestName} letters and digits");
    }
}
