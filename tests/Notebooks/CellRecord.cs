using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using DevicePhys.Notebooks.Scripting;

namespace DevicePhys.Tests.Notebooks;

/// <summary>What a cell gave, in a form that tests can look at.</summary>
internal sealed class CellRecord : ICellSink
{
    private readonly ConcurrentQueue<(string Name, string Text)> printed = new();

    public ConcurrentQueue<JsonObject> Displayed { get; } = new();

    public string? Answer { get; init; }

    public string Output => string.Concat(printed.Where(p => p.Name == "stdout").Select(p => p.Text));

    public string ErrorOutput => string.Concat(printed.Where(p => p.Name == "stderr").Select(p => p.Text));

    public void Print(string name, string text) => printed.Enqueue((name, text));

    public void Show(JsonObject data) => Displayed.Enqueue(data);

    public string? Ask(string prompt)
    {
        Print("stdout", prompt);
        return Answer;
    }
}
