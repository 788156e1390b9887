using System.Text.Json;
using DevicePhys.Errors;

namespace DevicePhys.Cli.Report;

/// <summary>A part of a run's record; what is not as expected ends in a sentence that names file and field.</summary>
/// <param name="File">The file.</param>
/// <param name="Path">The field, such as "parameters[2].value".</param>
/// <param name="Value">Its JSON.</param>
internal readonly record struct RunNode(string File, string Path, JsonElement Value)
{
    // Beyond it the differences of two values may have no double.
    private const double Largest = 1e100;

    /// <summary>Reads a document.</summary>
    /// <exception cref="DataFileException">The file is no JSON object with a schema of this tool.</exception>
    public static RunNode Load(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(System.IO.File.ReadAllText(file));
            var root = new RunNode(file, "", document.RootElement.Clone());
            return root.Value.ValueKind == JsonValueKind.Object && root.Text("schema").StartsWith("devicephys/", StringComparison.Ordinal)
                ? root : throw new DataFileException($"{file}: schema: this is no record of a run, expected an object whose schema begins with 'devicephys/'.");
        }
        catch (JsonException exception)
        {
            throw new DataFileException($"{file}:{exception.LineNumber + 1}: this is no JSON, expected the record that a verb writes or prints with --json.", exception);
        }
    }

    /// <summary>Whether the field is there and not null.</summary>
    public bool Has(string name) => Value.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null;

    /// <summary>A field.</summary>
    public RunNode this[string name] => Value.ValueKind == JsonValueKind.Object && Value.TryGetProperty(name, out var found)
        ? new(File, Path.Length == 0 ? name : $"{Path}.{name}", found) : throw Wrong($"'{name}' is missing, expected it");

    /// <summary>The members of an object.</summary>
    public IEnumerable<(string Name, RunNode Node)> Members()
    {
        var (file, path) = (File, Path);
        return Value.EnumerateObject().Select(member => (member.Name, new RunNode(file, path.Length == 0 ? member.Name : $"{path}.{member.Name}", member.Value)));
    }

    /// <summary>The items of a list.</summary>
    public IReadOnlyList<RunNode> Items(string name)
    {
        var list = this[name];
        return list.Value.ValueKind == JsonValueKind.Array
            ? [.. list.Value.EnumerateArray().Select((item, i) => new RunNode(list.File, $"{list.Path}[{i}]", item))] : throw list.Wrong("this is no list, expected one");
    }

    /// <summary>A text.</summary>
    public string Text(string name)
    {
        var node = this[name];
        return node.Value.ValueKind == JsonValueKind.String ? node.Value.GetString()! : throw node.Wrong("this is no text, expected one");
    }

    /// <summary>A number that can be drawn and counted with.</summary>
    public double Number(string name) => this[name].Number();

    /// <summary>The node itself as a number.</summary>
    public double Number() => Value.ValueKind == JsonValueKind.Number && Value.TryGetDouble(out var number) && Math.Abs(number) <= Largest
        ? number : throw Wrong("this is no number, expected one");

    /// <summary>A number; null where the field is missing or null, as what is unknown or infinite is written.</summary>
    public double? Maybe(string name) => Has(name) ? Number(name) : null;

    /// <summary>A list of numbers.</summary>
    public double[] Numbers(string name) => [.. Items(name).Select(item => item.Number())];

    /// <summary>An error at this field.</summary>
    public DataFileException Wrong(string sentence) => new($"{File}: {(Path.Length == 0 ? "" : $"{Path}: ")}{sentence}.");
}
