using System.Text.Json.Nodes;

namespace DevicePhys.Notebooks.Kernel;

/// <summary>What the kernel says about itself.</summary>
internal static class KernelInfo
{
    /// <summary>The version of the protocol.</summary>
    public const string Protocol = "5.3";

    /// <summary>The content of a kernel_info_reply.</summary>
    public static JsonObject Reply() => new()
    {
        ["status"] = "ok",
        ["protocol_version"] = Protocol,
        ["implementation"] = KernelSpec.Name,
        ["implementation_version"] = DevicePhysVersion.Current,
        ["banner"] = $"DevicePhys {DevicePhysVersion.Current}, C# on .NET {Environment.Version}",
        ["help_links"] = new JsonArray(),
        ["language_info"] = new JsonObject
        {
            ["name"] = "C#", ["version"] = "14", ["mimetype"] = "text/x-csharp", ["file_extension"] = ".cs", ["pygments_lexer"] = "csharp", ["codemirror_mode"] = "text/x-csharp",
        },
    };
}
