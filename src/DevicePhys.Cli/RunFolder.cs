using System.Globalization;
using System.Text.Json.Nodes;
using DevicePhys.Errors;

namespace DevicePhys.Cli;

/// <summary>The folder a verb writes its results to; it appears when the verb is done, whole, or not at all.</summary>
/// <remarks>
/// Everything is written to a hidden folder beside the target, which <see cref="Publish()"/> renames and <see cref="Dispose"/> removes if
/// that did not happen. Without a name from the user the target is the next free runs/VERB-001, -002, ...: a counter and no clock, so that
/// two equal runs differ in nothing else.
/// </remarks>
internal sealed class RunFolder : IDisposable
{
    private readonly string verb;
    private readonly string? target;
    private readonly string runs;
    private readonly string staging;

    private RunFolder(string verb, string? target, string runs, string staging) =>
        (this.verb, this.target, this.runs, this.staging) = (verb, target, runs, staging);

    /// <summary>Opens the folder of a run.</summary>
    /// <param name="verb">The verb, for the default name.</param>
    /// <param name="output">The folder the user named, or null.</param>
    /// <param name="force">Whether a folder that holds something may be written into.</param>
    /// <param name="runs">The folder that holds the numbered runs.</param>
    /// <exception cref="DataFileException">The folder is a file, or holds something.</exception>
    public static RunFolder Open(string verb, string? output, bool force, string runs = "runs")
    {
        if (output is not null && File.Exists(output))
        {
            throw new DataFileException($"{output}: this is a file, expected a folder.");
        }

        // Checked now, so that a long run is not lost in the end.
        if (output is not null && !force && Directory.Exists(output) && Directory.EnumerateFileSystemEntries(output).Any())
        {
            throw new DataFileException($"{output}: the folder is not empty, choose another one or add --force.");
        }

        var target = output is null ? null : Path.TrimEndingDirectorySeparator(output);
        var parent = target is null ? runs : Directory.Exists(target) ? target : Path.GetDirectoryName(Path.GetFullPath(target))!;
        var staging = Path.Combine(parent, $".{verb}-{Path.GetRandomFileName()}");
        Directory.CreateDirectory(staging);
        return new RunFolder(verb, target, runs, staging);
    }

    /// <summary>The names of the files written so far, sorted.</summary>
    public IReadOnlyList<string> Files => [.. Directory.EnumerateFiles(staging).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    /// <summary>Where to write a file of the run.</summary>
    /// <param name="name">Its name, such as "accuracy.svg".</param>
    /// <returns>A path that is valid until <see cref="Publish()"/>.</returns>
    public string PathOf(string name) => Path.Combine(staging, name);

    /// <summary>Writes a JSON document into the run.</summary>
    /// <param name="name">The file, such as "run.json".</param>
    /// <param name="document">The document, see <see cref="JsonText.Document"/>.</param>
    public void Write(string name, JsonObject document) => File.WriteAllText(PathOf(name), JsonText.Write(document) + "\n");

    /// <summary>Makes the run appear under its name, with its record as "run.json", from which a report can be made.</summary>
    /// <param name="record">The record, see <see cref="JsonText.Document"/>; it gets "version", and "files": their names inside the folder, and afterwards their paths.</param>
    /// <returns>The folder.</returns>
    public string Publish(JsonObject record)
    {
        string[] names = [.. Files.Append("run.json").Order(StringComparer.Ordinal)];
        record["files"] = new JsonArray([.. names.Select(name => (JsonNode)name)]);
        record["version"] = DevicePhysVersion.Current;
        Write("run.json", record);
        var path = Publish();
        record["files"] = new JsonArray([.. names.Select(name => (JsonNode)Path.Combine(path, name))]);
        return path;
    }

    /// <summary>Makes the run appear under its name.</summary>
    /// <returns>The folder.</returns>
    public string Publish()
    {
        if (target is null)
        {
            return PublishUnderNextNumber();
        }

        if (!Directory.Exists(target))
        {
            Directory.Move(staging, target);
            return target;
        }

        foreach (var file in Directory.EnumerateFiles(staging))
        {
            File.Move(file, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
        }

        return target;
    }

    /// <summary>Removes what was not published.</summary>
    public void Dispose()
    {
        if (Directory.Exists(staging))
        {
            Directory.Delete(staging, recursive: true);
        }
    }

    // Another process may take the number between the look and the move; the move then fails and the next number is tried.
    private string PublishUnderNextNumber()
    {
        for (var number = 1; ; number++)
        {
            var folder = Path.Combine(runs, string.Create(CultureInfo.InvariantCulture, $"{verb}-{number:000}"));
            if (Path.Exists(folder))
            {
                continue;
            }

            try
            {
                Directory.Move(staging, folder);
                return folder;
            }
            catch (IOException) when (Path.Exists(folder))
            {
            }
        }
    }
}
