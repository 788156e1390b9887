using System.Text.Json.Nodes;
using DevicePhys.Notebooks.Completion;

namespace DevicePhys.Notebooks.Kernel;

/// <summary>The requests of the shell that run nothing.</summary>
internal static class ShellRequests
{
    /// <summary>The content of the answer; null for a request that is not known.</summary>
    public static JsonObject? Answer(CodeAssistant? assistant, KernelMessage request)
    {
        var code = KernelMessage.Text(request.Content, "code");
        return request.Type switch
        {
            "kernel_info_request" => KernelInfo.Reply(),
            "is_complete_request" => IsComplete(code),
            "complete_request" => Complete(assistant!, code, request.Number("cursor_pos", code.Length)),
            "inspect_request" => Inspect(assistant!, code, request.Number("cursor_pos", code.Length)),
            "history_request" => new JsonObject { ["status"] = "ok", ["history"] = new JsonArray() },
            "comm_info_request" => new JsonObject { ["status"] = "ok", ["comms"] = new JsonObject() },
            "shutdown_request" => new JsonObject { ["status"] = "ok", ["restart"] = request.Flag("restart", false) },
            _ => null,
        };
    }

    private static JsonObject IsComplete(string code) => CodeCompleteness.Of(code) switch
    {
        Completeness.Complete => new JsonObject { ["status"] = "complete" },
        Completeness.Invalid => new JsonObject { ["status"] = "invalid" },
        _ => new JsonObject { ["status"] = "incomplete", ["indent"] = CodeCompleteness.Indent(code) },
    };

    private static JsonObject Complete(CodeAssistant assistant, string code, int cursor)
    {
        var found = assistant.Complete(code, CodePoints.ToIndex(code, cursor));
        return new JsonObject
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. found.Words.Select(word => (JsonNode)word.Text)]),
            ["cursor_start"] = CodePoints.FromIndex(code, found.Start),
            ["cursor_end"] = CodePoints.FromIndex(code, found.End),
            ["metadata"] = new JsonObject
            {
                ["_jupyter_types_experimental"] = new JsonArray([.. found.Words.Select(word => (JsonNode)new JsonObject
                {
                    ["text"] = word.Text, ["type"] = word.Kind, ["start"] = CodePoints.FromIndex(code, found.Start), ["end"] = CodePoints.FromIndex(code, found.End),
                })]),
            },
        };
    }

    private static JsonObject Inspect(CodeAssistant assistant, string code, int cursor)
    {
        var text = assistant.Inspect(code, CodePoints.ToIndex(code, cursor));
        var data = new JsonObject();
        if (text is not null)
            data["text/plain"] = text;
        return new JsonObject { ["status"] = "ok", ["found"] = text is not null, ["data"] = data, ["metadata"] = new JsonObject() };
    }
}
