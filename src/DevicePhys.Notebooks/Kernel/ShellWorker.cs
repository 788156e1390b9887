using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using DevicePhys.Notebooks.Completion;
using DevicePhys.Notebooks.Scripting;

namespace DevicePhys.Notebooks.Kernel;

/// <summary>Works on the requests of the shell, one after the other.</summary>
internal sealed class ShellWorker(KernelServer server, string folder) : IDisposable
{
    private readonly BlockingCollection<KernelMessage> requests = [];
    private readonly BlockingCollection<string> answers = [];
    private readonly ScriptSession session = new(folder);
    private readonly Lock gate = new();
    private CodeAssistant? assistant;
    private CancellationTokenSource? running;
    private Thread? thread;
    private int count;

    /// <summary>Starts to work.</summary>
    public void Start()
    {
        thread = new Thread(Work) { IsBackground = true, Name = "shell" };
        thread.Start();
    }

    /// <summary>Takes a request.</summary>
    public void Add(KernelMessage request) => requests.Add(request);

    /// <summary>Takes the user's answer to a question of a cell.</summary>
    public void Answered(KernelMessage reply) => answers.Add(KernelMessage.Text(reply.Content, "value"));

    /// <summary>Ends the cell that runs. Comes back at once: a cell may take a moment to notice.</summary>
    public void Interrupt()
    {
        lock (gate)
        {
            if (running is { } cell)
                _ = Task.Run(cell.Cancel);
        }
    }

    /// <summary>Ends the work. A cell that cannot be ended is left behind; the process ends without it.</summary>
    public void Stop()
    {
        requests.CompleteAdding();
        Interrupt();
        thread?.Join(TimeSpan.FromSeconds(1));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        session.Dispose();
        assistant?.Dispose();
    }

    private void Work()
    {
        foreach (var request in requests.GetConsumingEnumerable())
        {
            Status("busy", request);
            if (request.Type == "execute_request")
                Execute(request);
            else
                Answer(request);
            Status("idle", request);
        }
    }

    private void Execute(KernelMessage request)
    {
        var (code, silent) = (KernelMessage.Text(request.Content, "code"), request.Flag("silent", false));
        if (!silent)
        {
            count++;
            server.Publish("execute_input", new JsonObject { ["code"] = code, ["execution_count"] = count }, request.Header);
        }

        var run = Run(code, new KernelSink(server, request, answers));
        if (run.Value is { } value && !silent)
            server.Publish("execute_result", new JsonObject { ["execution_count"] = count, ["data"] = value, ["metadata"] = new JsonObject() }, request.Header);
        if (run.Error is not { } error)
        {
            assistant?.Accept(session, code);
            server.Reply(request, "execute_reply", new JsonObject { ["status"] = "ok", ["execution_count"] = count, ["user_expressions"] = new JsonObject(), ["payload"] = new JsonArray() });
            return;
        }

        if (!silent)
            server.Publish("error", Content(error), request.Header);
        var reply = Content(error);
        (reply["status"], reply["execution_count"]) = ("error", count);
        server.Reply(request, "execute_reply", reply);
        if (request.Flag("stop_on_error", true))
            AbortWaiting();
    }

    private CellRun Run(string code, KernelSink sink)
    {
        using var interrupt = new CancellationTokenSource();
        lock (gate)
            running = interrupt;
        try
        {
            return session.Run(code, string.Create(CultureInfo.InvariantCulture, $"cell {count}"), sink, interrupt.Token);
        }
        finally
        {
            lock (gate)
                running = null;
        }
    }

    // Cells that were sent along with one that failed were meant to come after its success.
    private void AbortWaiting()
    {
        while (requests.TryTake(out var waiting))
        {
            Status("busy", waiting);
            if (waiting.Type == "execute_request")
                server.Reply(waiting, "execute_reply", new JsonObject { ["status"] = "aborted", ["execution_count"] = count });
            else
                Answer(waiting);
            Status("idle", waiting);
        }
    }

    private void Answer(KernelMessage request)
    {
        try
        {
            // The services of the editor take a second to start; a client that only runs cells does without.
            if (request.Type is "complete_request" or "inspect_request")
                assistant ??= CodeAssistant.After(session);
            if (ShellRequests.Answer(assistant, request) is { } content)
                server.Reply(request, request.Type.Replace("_request", "_reply", StringComparison.Ordinal), content);
            if (request.Type == "shutdown_request")
                server.Stop();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            server.Reply(request, request.Type.Replace("_request", "_reply", StringComparison.Ordinal), new JsonObject { ["status"] = "error", ["ename"] = exception.GetType().Name, ["evalue"] = exception.Message, ["traceback"] = new JsonArray() });
        }
    }

    private void Status(string state, KernelMessage request) => server.Publish("status", new JsonObject { ["execution_state"] = state }, request.Header);

    private static JsonObject Content(CellError error) => new()
    {
        ["ename"] = error.Name, ["evalue"] = error.Message, ["traceback"] = new JsonArray([.. error.Trace.Select(line => (JsonNode)line)]),
    };
}
