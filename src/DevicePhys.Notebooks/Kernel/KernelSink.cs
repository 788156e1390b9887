using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using DevicePhys.Notebooks.Scripting;

namespace DevicePhys.Notebooks.Kernel;

/// <summary>Sends what a cell gives to the clients, as answers to the request that runs it.</summary>
internal sealed class KernelSink(KernelServer server, KernelMessage request, BlockingCollection<string> answers) : ICellSink
{
    /// <inheritdoc/>
    public void Print(string name, string text) => server.Publish("stream", new JsonObject { ["name"] = name, ["text"] = text }, request.Header);

    /// <inheritdoc/>
    public void Show(JsonObject data) =>
        server.Publish("display_data", new JsonObject { ["data"] = data, ["metadata"] = new JsonObject(), ["transient"] = new JsonObject() }, request.Header);

    /// <inheritdoc/>
    public string? Ask(string prompt)
    {
        if (!request.Flag("allow_stdin", false))
            return null;

        // An answer to a question of an interrupted cell is not one to this question.
        while (answers.TryTake(out _))
        {
        }

        server.Ask(request, new JsonObject { ["prompt"] = prompt, ["password"] = false });
        return answers.Take();
    }
}
