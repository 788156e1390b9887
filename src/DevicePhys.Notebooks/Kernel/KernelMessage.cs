using System.Text.Json.Nodes;

namespace DevicePhys.Notebooks.Kernel;

/// <summary>A message of the Jupyter protocol.</summary>
/// <param name="Identities">Who sent a request, or whom a reply is for; the topic of what everybody may see.</param>
/// <param name="Header">Its own header.</param>
/// <param name="Parent">The header of what it answers; empty for nothing.</param>
/// <param name="Content">What it says.</param>
/// <remarks>Source: "Messaging in Jupyter", protocol 5.3 (jupyter-client.readthedocs.io).</remarks>
internal sealed record KernelMessage(IReadOnlyList<byte[]> Identities, JsonObject Header, JsonObject Parent, JsonObject Content)
{
    /// <summary>The kind of message.</summary>
    public string Type => Text(Header, "msg_type");

    /// <summary>A field that is text; empty when it is not there.</summary>
    public static string Text(JsonObject json, string field) => json[field] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    /// <summary>A field of the content that is yes or no.</summary>
    public bool Flag(string field, bool otherwise) => Content[field] is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag : otherwise;

    /// <summary>A field of the content that is a whole number.</summary>
    public int Number(string field, int otherwise) => Content[field] is JsonValue value && value.TryGetValue<int>(out var number) ? number : otherwise;
}
