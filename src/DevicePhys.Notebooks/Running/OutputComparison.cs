using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DevicePhys.Notebooks.Display;
using DevicePhys.Notebooks.Files;

namespace DevicePhys.Notebooks.Running;

/// <summary>Says whether two runs of a cell gave the same.</summary>
/// <remarks>
/// Words have to agree, numbers to a millionth: the last digits differ between processors. PNG pictures depend on the fonts of the machine and are
/// not looked at; the SVG beside them is.
/// </remarks>
internal static partial class OutputComparison
{
    private const double Tolerance = 1e-6;

    /// <summary>The first difference, in words; null when there is none.</summary>
    public static string? Difference(IReadOnlyList<JsonObject> stored, IReadOnlyList<JsonObject> now)
    {
        if (stored.Count != now.Count)
            return string.Create(CultureInfo.InvariantCulture, $"{stored.Count} outputs are stored, {now.Count} came now");
        for (var at = 0; at < stored.Count; at++)
        {
            if (Difference(stored[at], now[at]) is { } difference)
                return string.Create(CultureInfo.InvariantCulture, $"output {at + 1}: {difference}");
        }

        return null;
    }

    private static string? Difference(JsonObject stored, JsonObject now)
    {
        var (before, after) = ((string)stored["output_type"]!, (string)now["output_type"]!);
        if (before != after)
            return $"it was '{before}' and is '{after}'";
        return before switch
        {
            "stream" => InText(LinedText.Of(stored["text"]!), LinedText.Of(now["text"]!)),
            "error" => InText((string)stored["evalue"]!, (string)now["evalue"]!),
            _ => InForms(stored["data"]!.AsObject(), now["data"]!.AsObject()),
        };
    }

    private static string? InForms(JsonObject stored, JsonObject now)
    {
        string[] Compared(JsonObject data) => [.. data.Select(form => form.Key).Where(mime => mime != Mime.Png).Order(StringComparer.Ordinal)];
        var (before, after) = (Compared(stored), Compared(now));
        if (!before.SequenceEqual(after))
            return $"its forms were {string.Join(", ", before)} and are {string.Join(", ", after)}";
        return before.Select(mime => InForm(mime, stored[mime], now[mime])).FirstOrDefault(difference => difference is not null);
    }

    private static string? InForm(string mime, JsonNode? stored, JsonNode? now)
    {
        if (!LinedText.Is(stored) || !LinedText.Is(now))
            return JsonNode.DeepEquals(stored, now) ? null : $"{mime} changed";
        return InText(LinedText.Of(stored!), LinedText.Of(now!)) is { } difference ? $"{mime}, {difference}" : null;
    }

    private static string? InText(string stored, string now)
    {
        if (stored == now)
            return null;
        var (before, after) = (Number().Matches(stored), Number().Matches(now));
        if (Number().Replace(stored, "#") != Number().Replace(now, "#"))
            return "the words changed";
        for (var at = 0; at < before.Count; at++)
        {
            var (a, b) = (Value(before[at]), Value(after[at]));
            if (Math.Abs(a - b) > Tolerance * Math.Max(Math.Abs(a), Math.Abs(b)))
                return $"{before[at].Value} became {after[at].Value}";
        }

        return null;
    }

    private static double Value(Match match) => double.Parse(match.Value, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")]
    private static partial Regex Number();
}
