using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace DevicePhys.Cli;

/// <summary>JSON documents as every verb writes them: a schema first, then the fields; names in camelCase.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DictionaryKeyPolicy = null,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new FiniteNumberConverter() },
    };

    /// <summary>Makes a document.</summary>
    /// <param name="schema">The schema, such as "devicephys/cards/1".</param>
    /// <param name="body">The other fields: a record or an anonymous object. Numbers that are not finite become null.</param>
    public static JsonObject Document(string schema, object body)
    {
        var document = new JsonObject { ["schema"] = schema };
        var fields = JsonSerializer.SerializeToNode(body, Options)!.AsObject();
        foreach (var (name, value) in fields.ToArray())
        {
            fields.Remove(name);
            document.Add(name, value);
        }

        return document;
    }

    /// <summary>A document as indented text.</summary>
    public static string Write(JsonObject document) => document.ToJsonString(Options);
}
