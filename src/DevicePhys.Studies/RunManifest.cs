using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DevicePhys.Errors;

namespace DevicePhys.Studies;

/// <summary>The file that says which run a folder of finished parts belongs to, so that no other run goes on from them.</summary>
internal static class RunManifest
{
    /// <summary>Its name.</summary>
    public const string Name = "manifest.json";

    /// <summary>Takes a folder for a run, and makes it where there is none.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="schema">The name of the JSON form.</param>
    /// <param name="identity">Everything that decides the results of the run, as one hash.</param>
    /// <param name="what">What another run would differ in, for its refusal.</param>
    /// <param name="more">What else to write down.</param>
    /// <exception cref="DataFileException">The folder belongs to another run, or cannot be written.</exception>
    public static void Claim(string folder, string schema, string identity, string what, params IEnumerable<KeyValuePair<string, JsonNode?>> more)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException($"{folder}: the folder cannot be made, expected a writable place for the parts of the run.", exception);
        }

        if (File.Exists(Path.Combine(folder, Name)))
        {
            if (Read(folder, root => root.GetProperty("identity").GetString()) != identity)
                throw new DataFileException($"{folder}: the parts in this folder are those of another run, expected another folder or the same {what}.");
            return;
        }

        var manifest = new JsonObject([new("schema", schema), new("identity", identity), .. more]);
        WholeFile.Write(Path.Combine(folder, Name), stream => stream.Write(Encoding.UTF8.GetBytes(manifest.ToJsonString() + "\n")));
    }

    /// <summary>Reads a value.</summary>
    /// <param name="folder">The folder of a run.</param>
    /// <param name="value">Finds it.</param>
    /// <exception cref="DataFileException">The folder is not that of a run.</exception>
    public static T Read<T>(string folder, Func<JsonElement, T> value)
    {
        var path = Path.Combine(folder, Name);
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path));
            return value(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IOException or UnauthorizedAccessException)
        {
            throw new DataFileException($"{path}: the manifest is damaged or missing, expected what a run wrote; choose another folder.", exception);
        }
    }
}
