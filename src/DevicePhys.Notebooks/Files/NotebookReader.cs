using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DevicePhys.Errors;

namespace DevicePhys.Notebooks.Files;

/// <summary>Checks the JSON of a notebook once, at the border, so that everything behind it can trust what it finds.</summary>
/// <remarks>Source: the nbformat 4.5 schema (nbformat.readthedocs.io). Cells without an identity get one where the version asks for it.</remarks>
internal sealed partial class NotebookReader(string file)
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    public Notebook Read(string json)
    {
        var document = Parse(json) as JsonObject ?? throw Error("the text is not a JSON object, expected a notebook");
        if (!IsWhole(document["nbformat"], out var major) || major != 4)
            throw Error($"nbformat is {Shown(document["nbformat"])}, expected 4");
        if (!IsWhole(document["nbformat_minor"], out var minor) || minor < 0)
            throw Error($"nbformat_minor is {Shown(document["nbformat_minor"])}, expected a number such as 5");
        if (document["metadata"] is not (null or JsonObject))
            throw Error($"metadata is {Shown(document["metadata"])}, expected an object");
        if (document["cells"] is not JsonArray array)
            throw Error($"cells is {Shown(document["cells"])}, expected a list");
        Cell[] cells = [.. array.Select((cell, at) => ReadCell(cell, at + 1, minor))];
        NameCells(array, cells, minor);
        return new Notebook(document, file, cells);
    }

    private JsonNode? Parse(string json)
    {
        try
        {
            var node = JsonNode.Parse(json, documentOptions: Strict);
            ReadEverything(node);
            return node;
        }
        catch (JsonException exception)
        {
            // The message quotes the text, line ends and all.
            var what = string.Concat(exception.Message.Split(" LineNumber:")[0].Split(" Path:")[0].TrimEnd('.').Select(c => char.IsControl(c) ? ' ' : c));
            throw new DataFileException($"{file}:{exception.LineNumber + 1 ?? 1}: this is not JSON ({(what.Length > 200 ? what[..200] + "..." : what)}), expected a notebook.", exception);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            throw new DataFileException($"{file}: a string is not Unicode ({exception.Message.TrimEnd('.')}), expected a notebook.", exception);
        }
    }

    // Nodes are made when first asked for; what cannot be made should be known now and not in the middle of the work.
    private static void ReadEverything(JsonNode? node)
    {
        if (node is JsonObject fields)
        {
            foreach (var (_, value) in fields)
                ReadEverything(value);
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items)
                ReadEverything(item);
        }
        else if (node?.GetValueKind() == JsonValueKind.String)
        {
            _ = node.GetValue<string>();
        }
    }

    private Cell ReadCell(JsonNode? node, int number, int minor)
    {
        var cell = node as JsonObject ?? throw Error($"cell {number}: it is {Shown(node)}, expected an object");
        CellKind kind = Text(cell["cell_type"]) switch
        {
            "code" => CellKind.Code,
            "markdown" => CellKind.Markdown,
            "raw" => CellKind.Raw,
            _ => throw Error($"cell {number}: cell_type is {Shown(cell["cell_type"])}, expected code, markdown or raw"),
        };
        if (cell["metadata"] is not (null or JsonObject))
            throw Error($"cell {number}: metadata is {Shown(cell["metadata"])}, expected an object");
        if (!LinedText.Is(cell["source"]))
            throw Error($"cell {number}: source is {Shown(cell["source"])}, expected a string or a list of strings");
        if (cell["id"] is { } id && (minor < 5 ? !LinedText.IsString(id) : !Identity().IsMatch(Text(id) ?? "")))
            throw Error($"cell {number}: id is {Shown(id)}, expected 1 to 64 letters, digits, '-' or '_'");
        if (kind == CellKind.Code)
            ReadOutputs(cell, number);
        return new Cell(cell, kind);
    }

    private void ReadOutputs(JsonObject cell, int number)
    {
        if (cell["execution_count"] is { } count && !IsWhole(count, out _))
            throw Error($"cell {number}: execution_count is {Shown(count)}, expected a number or null");
        if (!cell.ContainsKey("outputs"))
            cell["outputs"] = new JsonArray();
        if (cell["outputs"] is not JsonArray outputs)
            throw Error($"cell {number}: outputs is {Shown(cell["outputs"])}, expected a list");
        for (var at = 0; at < outputs.Count; at++)
        {
            if (OutputSchema.Flaw(outputs[at]) is { } flaw)
                throw Error($"cell {number}, output {at + 1}: {flaw}");
        }
    }

    private void NameCells(JsonArray array, Cell[] cells, int minor)
    {
        if (cells.Where(cell => cell.Id is not null).GroupBy(cell => cell.Id).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw Error($"{twice.Count()} cells have the id '{twice.Key}', expected every id once");
        var taken = cells.Select(cell => cell.Id).ToHashSet();
        for (var at = 0; at < array.Count && minor >= 5; at++)
        {
            if (cells[at].Id is not null)
                continue;
            var number = at + 1;
            while (!taken.Add($"cell-{number}"))
                number += cells.Length;
            array[at]!["id"] = $"cell-{number}";
        }
    }

    private DataFileException Error(string what) => new($"{file}: {what}.");

    private static string? Text(JsonNode? node) => LinedText.IsString(node) ? (string?)node : null;

    internal static bool IsWhole(JsonNode? node, out int number)
    {
        number = 0;
        return node is JsonValue value && value.TryGetValue(out number);
    }

    internal static string Shown(JsonNode? node) => node switch
    {
        null => "missing",
        JsonObject => "an object",
        JsonArray => "a list",
        _ => node.ToJsonString() is { Length: > 40 } text ? text[..37] + "..." : node.ToJsonString(),
    };

    [GeneratedRegex(@"\A[a-zA-Z0-9_-]{1,64}\z")]
    private static partial Regex Identity();
}
