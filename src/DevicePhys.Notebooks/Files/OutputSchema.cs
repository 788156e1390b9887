using System.Text.Json.Nodes;

namespace DevicePhys.Notebooks.Files;

/// <summary>What an output of a cell has to look like.</summary>
internal static class OutputSchema
{
    /// <summary>What is wrong with an output; null when nothing is.</summary>
    public static string? Flaw(JsonNode? node)
    {
        if (node is not JsonObject output)
            return $"it is {NotebookReader.Shown(node)}, expected an object";
        var type = output["output_type"];
        return (LinedText.IsString(type) ? (string?)type : null) switch
        {
            "stream" => TextFlaw(output, "name") ?? LinesFlaw(output, "text"),
            "display_data" => BundleFlaw(output),
            "execute_result" => BundleFlaw(output) ?? CountFlaw(output),
            "error" => TextFlaw(output, "ename") ?? TextFlaw(output, "evalue") ?? TracebackFlaw(output),
            _ => $"output_type is {NotebookReader.Shown(type)}, expected stream, display_data, execute_result or error",
        };
    }

    private static string? TextFlaw(JsonObject output, string field) =>
        LinedText.IsString(output[field]) ? null : $"{field} is {NotebookReader.Shown(output[field])}, expected a string";

    private static string? LinesFlaw(JsonObject output, string field) =>
        LinedText.Is(output[field]) ? null : $"{field} is {NotebookReader.Shown(output[field])}, expected a string or a list of strings";

    private static string? CountFlaw(JsonObject output) =>
        output["execution_count"] is { } count && !NotebookReader.IsWhole(count, out _) ? $"execution_count is {NotebookReader.Shown(count)}, expected a number or null" : null;

    private static string? TracebackFlaw(JsonObject output) =>
        output["traceback"] is JsonArray lines && lines.All(LinedText.IsString) ? null : $"traceback is {NotebookReader.Shown(output["traceback"])}, expected a list of strings";

    // JSON types (application/json and friends) may be anything; the others are text.
    private static string? BundleFlaw(JsonObject output)
    {
        if (output["data"] is not JsonObject data)
            return $"data is {NotebookReader.Shown(output["data"])}, expected an object";
        foreach (var (mime, value) in data)
        {
            if (!mime.EndsWith("json", StringComparison.OrdinalIgnoreCase) && !LinedText.Is(value))
                return $"data of type '{mime}' is {NotebookReader.Shown(value)}, expected a string or a list of strings";
        }

        return null;
    }
}
