using System.Text.Json.Nodes;

namespace DevicePhys.Notebooks.Files;

/// <summary>One cell of a notebook.</summary>
/// <remarks>It looks into the JSON of its notebook, so that whatever else stands there is kept. Not thread safe.</remarks>
public sealed class Cell
{
    private readonly JsonObject json;

    internal Cell(JsonObject json, CellKind kind) => (this.json, Kind) = (json, kind);

    /// <summary>What the cell is.</summary>
    public CellKind Kind { get; }

    /// <summary>Its identity within the notebook; null in notebooks older than nbformat 4.5.</summary>
    public string? Id => (string?)json["id"];

    /// <summary>The language of a code cell as a polyglot host marks it; null when nothing is marked.</summary>
    public string? Language =>
        Named("polyglot_notebook", "kernelName") ?? Named("dotnet_interactive", "language");

    /// <summary>The words it is tagged with.</summary>
    public IEnumerable<string> Tags =>
        json["metadata"]?["tags"] is JsonArray tags ? tags.OfType<JsonValue>().Where(tag => LinedText.IsString(tag)).Select(tag => (string)tag!) : [];

    /// <summary>Its text.</summary>
    public string Source
    {
        get => LinedText.Of(json["source"]!);
        set => json["source"] = LinedText.Lines(value);
    }

    /// <summary>The number of its last run; null before the first one, and for cells without code.</summary>
    public int? ExecutionCount
    {
        get => json["execution_count"]?.GetValue<int>();
        set => json["execution_count"] = value;
    }

    /// <summary>What its last run left; empty for cells without code.</summary>
    public IReadOnlyList<JsonObject> Outputs => Kind == CellKind.Code ? [.. json["outputs"]!.AsArray().Select(output => output!.AsObject())] : [];

    /// <summary>Replaces what the last run left.</summary>
    /// <param name="outputs">Outputs of nbformat, owned by nobody else.</param>
    public void SetOutputs(IEnumerable<JsonObject> outputs) => json["outputs"] = new JsonArray([.. outputs]);

    private string? Named(string host, string field) =>
        json["metadata"]?[host] is JsonObject marks && marks[field] is JsonValue mark && mark.TryGetValue<string>(out var name) ? name : null;
}
