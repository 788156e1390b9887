using System.Text.Json.Nodes;

namespace DevicePhys.Notebooks.Scripting;

/// <summary>Takes what a running cell gives; may be called from several threads at once.</summary>
public interface ICellSink
{
    /// <summary>Text that was printed.</summary>
    /// <param name="name">"stdout" or "stderr".</param>
    /// <param name="text">The text.</param>
    void Print(string name, string text);

    /// <summary>Something to show.</summary>
    /// <param name="data">Its forms by MIME type; owned by the receiver.</param>
    void Show(JsonObject data);

    /// <summary>Asks the reader for a line; null where nobody can answer.</summary>
    /// <param name="prompt">What to ask.</param>
    string? Ask(string prompt);
}
