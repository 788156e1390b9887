using System.Text.Json;
using DevicePhys.Errors;

namespace DevicePhys.Cards;

/// <summary>One object of a card file: its members, and the place to name when one of them is wrong.</summary>
internal sealed class CardNode
{
    private const int LongestShown = 60;

    private readonly string file;
    private readonly string place;
    private readonly Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);

    /// <summary>Opens an object and checks that every key is known and given once; no keys named means that any is allowed.</summary>
    public CardNode(JsonElement element, string file, string place, params IReadOnlyList<string> keys)
    {
        (this.file, this.place) = (file, place);
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Error($"found {Kind(element)}, expected an object in braces");
        }

        foreach (var member in element.EnumerateObject())
        {
            if (keys.Count > 0 && !keys.Contains(member.Name))
            {
                throw Error($"unknown key '{Shown(member.Name)}'{NearNames.Hint(member.Name, keys)}, expected {string.Join(", ", keys)}");
            }

            if (!members.TryAdd(member.Name, member.Value))
            {
                throw Error($"the key '{Shown(member.Name)}' is given twice, expected once");
            }
        }
    }

    /// <summary>The members in the order of the file.</summary>
    public IReadOnlyDictionary<string, JsonElement> Members => members;

    /// <summary>Text made fit for a message: one line of bounded length.</summary>
    public static string Shown(string text)
    {
        var shown = OneLine(text);
        return shown.Length <= LongestShown ? shown : shown[..LongestShown] + "…";
    }

    /// <summary>Text without line breaks and other things that no terminal should get.</summary>
    public static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c));

    /// <summary>Whether a key is given.</summary>
    public bool Has(string key) => members.ContainsKey(key);

    /// <summary>An exception that names the file and the place.</summary>
    public CardException Error(string what) => new(place.Length == 0 ? $"{file}: {what}." : $"{file}: {place}: {what}.");

    /// <summary>The value of a key that must be there.</summary>
    public JsonElement Member(string key) =>
        members.TryGetValue(key, out var element) ? element : throw Error($"'{key}' is missing");

    /// <summary>A text that says something.</summary>
    public string Text(string key)
    {
        var element = Member(key);
        if (element.ValueKind != JsonValueKind.String)
        {
            throw Error($"'{key}' is {Kind(element)}, expected a text");
        }

        var text = element.GetString()!;
        return string.IsNullOrWhiteSpace(text) ? throw Error($"'{key}' is empty, expected a text") : text;
    }

    /// <summary>One of a list of words.</summary>
    public T Word<T>(string key, IReadOnlyList<(string Word, T Meaning)> words)
    {
        var text = Text(key);
        foreach (var (word, meaning) in words)
        {
            if (word == text)
            {
                return meaning;
            }
        }

        throw Error($"'{key}' is '{Shown(text)}', expected {string.Join(", ", words.Select(w => w.Word))}");
    }

    /// <summary>A number with or without a unit.</summary>
    public (Quantity Quantity, string Text) Quantity(string key) => Quantity(key, Member(key));

    /// <summary>A number in a given SI unit.</summary>
    public double Number(string key, string unit)
    {
        var (quantity, text) = Quantity(key);
        return quantity.IsIn(unit) ? quantity.Value : throw Error($"'{key}': {Misfit(text, unit)}");
    }

    /// <summary>Two numbers in the unit of a third.</summary>
    public (double Lower, double Upper) Pair(string key, string unit)
    {
        var element = Member(key);
        if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() != 2)
        {
            throw Error($"'{key}' should be two quantities in brackets, the smaller one first");
        }

        double Bound(JsonElement item)
        {
            var (quantity, text) = Quantity(key, item);
            return Cards.Quantity.HaveSameDimension(quantity.Unit, unit) ? quantity.Value : throw Error($"'{key}': {Misfit(text, unit)}");
        }

        return (Bound(element[0]), Bound(element[1]));
    }

    /// <summary>The complaint about a quantity of the wrong kind.</summary>
    public static string Misfit(string text, string unit) =>
        unit.Length == 0 ? $"'{Shown(text)}' should be a number without unit" : $"'{Shown(text)}' should be in '{unit}'";

    private (Quantity Quantity, string Text) Quantity(string key, JsonElement element)
    {
        var text = element.ValueKind switch
        {
            JsonValueKind.Number => element.GetRawText(),
            JsonValueKind.String => element.GetString()!,
            _ => throw Error($"'{key}' is {Kind(element)}, expected a number or a text such as '10 kOhm'"),
        };
        return Cards.Quantity.TryParse(text, out var quantity, out var flaw) ? (quantity, text) : throw Error($"'{key}': {flaw}");
    }

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
