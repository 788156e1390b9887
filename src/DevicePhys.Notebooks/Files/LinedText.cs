using System.Text.Json.Nodes;

namespace DevicePhys.Notebooks.Files;

/// <summary>Text as nbformat stores it: one string, or a list of lines that keep their line ends.</summary>
internal static class LinedText
{
    /// <summary>Whether a node is such a text.</summary>
    public static bool Is(JsonNode? node) => node is JsonArray lines ? lines.All(IsString) : IsString(node);

    /// <summary>The text of a node that is one.</summary>
    public static string Of(JsonNode node) => node is JsonArray lines ? string.Concat(lines.Select(line => (string?)line)) : (string)node!;

    /// <summary>A text as a list of lines.</summary>
    public static JsonArray Lines(string text)
    {
        var lines = new JsonArray();
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end + 1;
            lines.Add((JsonNode)text[at..end]);
            at = end;
        }

        return lines;
    }

    /// <summary>Whether a node is a string.</summary>
    public static bool IsString(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out _);
}
