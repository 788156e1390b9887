using System.CommandLine.Parsing;
using System.Text.Json;
using System.Text.Json.Nodes;
using DevicePhys.Cli.Verbs;
using DevicePhys.Errors;
using DevicePhys.Studies.MonteCarlo;

namespace DevicePhys.Cli.Slurm;

/// <summary>A Monte Carlo run as a Slurm job array: a folder with its command, its script, its parts and its logs.</summary>
/// <param name="Folder">The folder, absolute.</param>
/// <param name="Shards">How many tasks the run is cut into.</param>
/// <param name="Processors">Processors of a task.</param>
/// <param name="Command">The words after the tool's name, without those about shards and folders.</param>
/// <param name="Directory">Where the command was given, absolute: paths in it are relative to this.</param>
/// <param name="JobId">The job that was submitted last; null before the first.</param>
internal sealed record SlurmJob(string Folder, int Shards, int Processors, IReadOnlyList<string> Command, string Directory, string? JobId)
{
    private const string Schema = "devicephys/slurm-job/1";

    // Slurm's own limit of MaxArraySize.
    private const int MostShards = 4_000_000, MostProcessors = 65536;

    private static readonly string[] Own = ["--shard", "--parts", "--prepare", "--output", "--threads", "--force", CommonOptions.Json];

    /// <summary>Where the shards leave their parts.</summary>
    public string Parts => Path.Combine(Folder, "parts");

    /// <summary>The script that every task runs.</summary>
    public string Script => Path.Combine(Folder, "job.sh");

    /// <summary>Checks what a user asks for.</summary>
    /// <exception cref="ArgumentException">The command cannot be cut into shards; one sentence.</exception>
    public SlurmJob Checked()
    {
        if (Command.Count == 0 || Command[0] != MonteCarloVerb.Name)
            throw new ArgumentException($"slurm: expected a command to run after '--', such as -- {MonteCarloVerb.Name} Vteam.PtHfTi --bench iv --samples 10000.");
        if (OptionsOf(Command).FirstOrDefault(Own.Contains) is { } own)
            throw new ArgumentException($"slurm: '{own}' is set for every shard, expected a command without it.");
        if (Shards is < 1 or > MostShards)
            throw new ArgumentException($"slurm: there are {Shards} shards, expected 1 to {MostShards}.");
        if (Processors is < 1 or > MostProcessors)
            throw new ArgumentException($"slurm: a task has {Processors} processors, expected 1 to {MostProcessors}.");
        return this;
    }

    // As the parser sees them: an option has several ways of being written.
    private static IEnumerable<string> OptionsOf(IReadOnlyList<string> command)
    {
        var parse = CommandLine.Parse(command);
        return parse.CommandResult.Children.Concat(parse.RootCommandResult.Children).OfType<OptionResult>().Where(result => !result.Implicit).Select(result => result.Option.Name);
    }

    /// <summary>Reads the job of a folder.</summary>
    /// <exception cref="DataFileException">The folder holds no job, or a damaged one.</exception>
    public static SlurmJob Load(string folder)
    {
        var path = Path.Combine(folder, "slurm.json");
        if (!File.Exists(path))
            throw new DataFileException($"{folder}: there is no slurm.json, expected a folder that 'slurm submit' made.");
        try
        {
            var root = JsonNode.Parse(File.ReadAllText(path))!;
            return new SlurmJob(
                Path.GetFullPath(folder), root["shards"]!.GetValue<int>(), root["processors"]!.GetValue<int>(),
                [.. root["command"]!.AsArray().Select(word => word!.GetValue<string>())], root["directory"]!.GetValue<string>(), root["jobId"]?.GetValue<string>()).Checked();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or NullReferenceException or FormatException or ArgumentException)
        {
            throw new DataFileException($"{path}: the file is damaged, expected what 'slurm submit' wrote.", exception);
        }
    }

    /// <summary>Keeps the job in its folder.</summary>
    public void Save() => WholeFile.Write(Path.Combine(Folder, "slurm.json"), stream =>
    {
        using var writer = new StreamWriter(stream);
        writer.Write(JsonText.Write(JsonText.Document(Schema, new { Shards, Processors, Command, Directory, JobId })) + "\n");
    });

    /// <summary>How many chunks each shard has, and how many of them are there.</summary>
    /// <returns>[Shards].</returns>
    /// <exception cref="DataFileException">The parts were never prepared.</exception>
    public IReadOnlyList<(int Chunks, int Done)> Progress()
    {
        var chunks = ChunkStore.Chunks(Parts);
        var done = new int[Shards];
        foreach (var chunk in ChunkStore.Present(Parts).Where(chunk => chunk < chunks))
            done[Shard.Of(chunk, Shards).Number - 1]++;
        return [.. done.Select((count, i) => (new Shard(i + 1, Shards).Chunks(chunks), count))];
    }

    /// <summary>The shards of which something is missing, from 1.</summary>
    public IReadOnlyList<int> Missing() => [.. Progress().Select((p, i) => (p, i)).Where(pair => pair.p.Done < pair.p.Chunks).Select(pair => pair.i + 1)];
}
