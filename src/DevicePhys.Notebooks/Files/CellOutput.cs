using System.Text.Json.Nodes;

namespace DevicePhys.Notebooks.Files;

/// <summary>The four kinds of output that nbformat knows.</summary>
internal static class CellOutput
{
    /// <summary>Text that the code printed.</summary>
    /// <param name="name">"stdout" or "stderr".</param>
    /// <param name="text">The text.</param>
    public static JsonObject Stream(string name, string text) =>
        new() { ["name"] = name, ["output_type"] = "stream", ["text"] = LinedText.Lines(text) };

    /// <summary>Something the code displayed.</summary>
    public static JsonObject Display(JsonObject data) => new() { ["data"] = Stored(data), ["metadata"] = new JsonObject(), ["output_type"] = "display_data" };

    /// <summary>The value of the last expression.</summary>
    public static JsonObject Result(JsonObject data, int count) =>
        new() { ["data"] = Stored(data), ["execution_count"] = count, ["metadata"] = new JsonObject(), ["output_type"] = "execute_result" };

    /// <summary>Why the code ended early.</summary>
    public static JsonObject Error(string name, string value, IEnumerable<string> traceback) => new()
    {
        ["ename"] = name, ["evalue"] = value, ["output_type"] = "error", ["traceback"] = new JsonArray([.. traceback.Select(line => (JsonNode)line)]),
    };

    // Long texts as lines, so that a change of one line is a change of one line; base64 stays whole.
    private static JsonObject Stored(JsonObject data)
    {
        var stored = new JsonObject();
        foreach (var (mime, value) in data)
            stored[mime] = LinedText.IsString(value) && !mime.StartsWith("image/png", StringComparison.Ordinal) ? LinedText.Lines((string)value!) : value?.DeepClone();
        return stored;
    }
}
