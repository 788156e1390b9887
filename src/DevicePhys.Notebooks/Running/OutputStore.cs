using System.Text.Json.Nodes;
using DevicePhys.Notebooks.Files;
using DevicePhys.Notebooks.Scripting;

namespace DevicePhys.Notebooks.Running;

/// <summary>Keeps what a cell gives, as nbformat stores it: prints that follow each other are one.</summary>
internal sealed class OutputStore : ICellSink
{
    private readonly Lock gate = new();
    private readonly List<JsonObject> outputs = [];
    private readonly System.Text.StringBuilder printed = new();
    private string? stream;

    /// <inheritdoc/>
    public void Print(string name, string text)
    {
        lock (gate)
        {
            if (stream is not null && stream != name)
                EndPrint();
            stream = name;
            printed.Append(text);
        }
    }

    /// <inheritdoc/>
    public void Show(JsonObject data)
    {
        lock (gate)
        {
            EndPrint();
            outputs.Add(CellOutput.Display(data));
        }
    }

    // A notebook that is run by itself has nobody to ask.
    /// <inheritdoc/>
    public string? Ask(string prompt) => null;

    /// <summary>Ends the cell.</summary>
    /// <param name="run">How it ended.</param>
    /// <param name="count">Its number.</param>
    /// <returns>All its outputs.</returns>
    public IReadOnlyList<JsonObject> End(CellRun run, int count)
    {
        lock (gate)
        {
            EndPrint();
            if (run.Value is { } value)
                outputs.Add(CellOutput.Result(value, count));
            if (run.Error is { } error)
                outputs.Add(CellOutput.Error(error.Name, error.Message, error.Trace));

            // What a thread that was left behind prints later belongs to no cell.
            return [.. outputs];
        }
    }

    private void EndPrint()
    {
        if (printed.Length > 0)
            outputs.Add(CellOutput.Stream(stream!, printed.ToString()));
        printed.Clear();
        stream = null;
    }
}
