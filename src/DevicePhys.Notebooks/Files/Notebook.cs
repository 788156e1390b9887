using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DevicePhys.Notebooks.Files;

/// <summary>A Jupyter notebook (nbformat 4): text, code and what the code gave.</summary>
/// <remarks>Fields that are not known here are kept, and so are the order and the identities of the cells. Not thread safe.</remarks>
public sealed class Notebook
{
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly JsonObject document;
    private readonly List<Cell> cells;

    internal Notebook(JsonObject document, string file, IEnumerable<Cell> cells) => (this.document, File, this.cells) = (document, file, [.. cells]);

    /// <summary>Where it came from, for messages.</summary>
    public string File { get; }

    /// <summary>The cells, in order.</summary>
    public IReadOnlyList<Cell> Cells => cells;

    /// <summary>The language of its code as the notebook names it; null when it names none.</summary>
    public string? Language =>
        document["metadata"]?["kernelspec"] is JsonObject kernel && kernel["language"] is JsonValue language && language.TryGetValue<string>(out var name) ? name : null;

    /// <summary>The first heading, or the name of the file.</summary>
    public string Title => Cells.Where(cell => cell.Kind == CellKind.Markdown).SelectMany(cell => cell.Source.Split('\n'))
        .FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim() ?? Path.GetFileNameWithoutExtension(File);

    /// <summary>Reads a notebook.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The notebook.</returns>
    /// <exception cref="Errors.DataFileException">The file cannot be read, or is not a notebook; the message names the line or the cell.</exception>
    public static Notebook Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return Parse(NotebookText.Read(path), path);
    }

    /// <summary>Reads a notebook from its text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="file">Where it came from, for messages.</param>
    /// <returns>The notebook.</returns>
    /// <exception cref="Errors.DataFileException">It is not a notebook.</exception>
    public static Notebook Parse(string json, string file)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(file);
        return new NotebookReader(file).Read(json);
    }

    /// <summary>Adds a cell of code.</summary>
    /// <param name="at">Its place, from 0.</param>
    /// <param name="source">Its text.</param>
    /// <param name="tag">A word to tag it with.</param>
    /// <returns>The cell.</returns>
    public Cell InsertCode(int at, string source, string tag)
    {
        ArgumentNullException.ThrowIfNull(source);
        var json = new JsonObject
        {
            ["cell_type"] = "code", ["execution_count"] = null, ["metadata"] = new JsonObject { ["tags"] = new JsonArray(tag) },
            ["outputs"] = new JsonArray(), ["source"] = LinedText.Lines(source),
        };
        if (document["nbformat_minor"]!.GetValue<int>() >= 5)
            json["id"] = Enumerable.Range(0, int.MaxValue).Select(n => n == 0 ? tag : $"{tag}-{n}").First(id => cells.All(cell => cell.Id != id));
        document["cells"]!.AsArray().Insert(at, json);
        cells.Insert(at, new Cell(json, CellKind.Code));
        return cells[at];
    }

    /// <summary>Writes the notebook; the file appears whole or not at all.</summary>
    /// <param name="path">The file; replaced if it exists.</param>
    /// <exception cref="Errors.DataFileException">The file cannot be written.</exception>
    public void Save(string path) => WholeFile.Write(path, Write);

    /// <summary>The text of the notebook as <see cref="Save"/> writes it.</summary>
    public override string ToString()
    {
        using var stream = new MemoryStream();
        Write(stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private void Write(Stream stream)
    {
        using (var writer = new Utf8JsonWriter(stream, Layout))
            document.WriteTo(writer);
        stream.WriteByte((byte)'\n');
    }
}
