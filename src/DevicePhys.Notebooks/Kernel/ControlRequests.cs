using System.Text.Json.Nodes;

namespace DevicePhys.Notebooks.Kernel;

/// <summary>The requests that are answered at once, whatever runs.</summary>
internal static class ControlRequests
{
    /// <summary>Answers one; runs on the thread of the sockets.</summary>
    public static void Answer(KernelServer server, ShellWorker worker, KernelMessage request)
    {
        server.Publish("status", new JsonObject { ["execution_state"] = "busy" }, request.Header);
        switch (request.Type)
        {
            case "interrupt_request":
                worker.Interrupt();
                server.ReplyControl(request, "interrupt_reply", new JsonObject { ["status"] = "ok" });
                break;
            case "shutdown_request":
                worker.Interrupt();
                server.ReplyControl(request, "shutdown_reply", new JsonObject { ["status"] = "ok", ["restart"] = request.Flag("restart", false) });
                server.Stop();
                break;
            case "kernel_info_request":
                server.ReplyControl(request, "kernel_info_reply", KernelInfo.Reply());
                break;
        }

        server.Publish("status", new JsonObject { ["execution_state"] = "idle" }, request.Header);
    }
}
