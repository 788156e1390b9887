using System.CommandLine;
using System.Globalization;
using DevicePhys.Cli.Slurm;
using DevicePhys.Errors;

namespace DevicePhys.Cli.Verbs;

/// <summary>slurm: a Monte Carlo run as a job array of a cluster.</summary>
internal static class SlurmVerb
{
    /// <summary>The name of the JSON form.</summary>
    public const string Schema = "devicephys/slurm/1";

    /// <summary>Makes the verb.</summary>
    public static Command Create() =>
        new("slurm", "Run a Monte Carlo on a cluster: submit it in shards, look at it, run missing shards again, put it together.") { Submit(), Resubmit(), Status(), Merge() };

    private static Argument<string> Folder() => new("folder") { Description = "The folder of the job, on a disk that all machines see." };

    private static Option<string?> Text(string name, string description, string help) => new(name) { Description = description, HelpName = help };

    private static Option<bool> DryRun() => new("--dry-run") { Description = "Write the script and print how it would be submitted, but submit nothing." };

    private static Verb Submit()
    {
        var folder = Folder();
        var shards = new Option<int>("--shards") { Description = "How many tasks.", Required = true, HelpName = "number" };
        var processors = new Option<int>("--cpus") { Description = "Processors of a task.", DefaultValueFactory = _ => 1, HelpName = "number" };
        var tool = Text("--tool", "How this tool is started on the machines of the cluster; by default as it was started here.", "command");
        var (partition, time, dry) = (Text("--partition", "The partition.", "name"), Text("--time", "The longest time of a task, as Slurm writes it.", "time"), DryRun());
        var command = new Argument<string[]>("command") { Description = "The run, after '--': montecarlo CARD --bench ...", Arity = ArgumentArity.ZeroOrMore };
        return new Verb("submit", "Submit a run as a job array.", Run) { folder, shards, processors, tool, partition, time, dry, command };

        async Task<ExitCode> Run(ParseResult parse, Session session)
        {
            var job = new SlurmJob(
                Path.GetFullPath(parse.GetRequiredValue(folder)), parse.GetValue(shards), parse.GetValue(processors), parse.GetValue(command) ?? [], Environment.CurrentDirectory, null).Checked();
            if (Directory.Exists(job.Folder) && Directory.EnumerateFileSystemEntries(job.Folder).Any())
                throw new DataFileException($"{job.Folder}: the folder is not empty, choose another one; 'slurm resubmit' runs the missing shards of a job again.");

            // A command that makes no sense is told here and not by every task.
            var prepared = await CommandLine.InvokeAsync([.. job.Command, "--parts", job.Parts, "--prepare"], TextWriter.Null, session.Error, session.Cancellation);
            if (prepared != 0)
                return (ExitCode)prepared;
            Directory.CreateDirectory(Path.Combine(job.Folder, "logs"));
            var start = parse.GetValue(tool) is { } given ? (string[])[given] : SlurmScript.ThisTool();
            WholeFile.Write(job.Script, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(SlurmScript.Of(job, start))));
            return await Send(job, [.. Enumerable.Range(1, job.Shards)], parse.GetValue(partition), parse.GetValue(time), parse.GetValue(dry), session);
        }
    }

    private static Verb Resubmit()
    {
        var folder = Folder();
        var (partition, time, dry) = (Text("--partition", "The partition.", "name"), Text("--time", "The longest time of a task, as Slurm writes it.", "time"), DryRun());
        return new Verb("resubmit", "Run the shards again of which something is missing; what they have finished stays.", Run) { folder, partition, time, dry };

        async Task<ExitCode> Run(ParseResult parse, Session session)
        {
            var job = SlurmJob.Load(parse.GetRequiredValue(folder));
            var queue = job.JobId is null ? new Dictionary<int, string>() : await SlurmProgram.QueueAsync(job.JobId, session.Cancellation);
            int[] missing = [.. job.Missing().Where(shard => !queue.ContainsKey(shard))];
            if (missing.Length > 0)
                return await Send(job, missing, parse.GetValue(partition), parse.GetValue(time), parse.GetValue(dry), session);
            session.Say("nothing to submit: every shard is done or in the queue");
            session.Say(JsonText.Document(Schema, new { job.Folder, JobId = job.JobId, Submitted = Array.Empty<int>() }));
            return ExitCode.Ok;
        }
    }

    private static async Task<ExitCode> Send(SlurmJob job, IReadOnlyList<int> shards, string? partition, string? time, bool dry, Session session)
    {
        var words = SlurmScript.Submission(job, shards, partition, time);
        var id = dry ? null : (await SlurmProgram.RunAsync("sbatch", words, session.Cancellation)).Trim().Split(';')[0];
        (job with { JobId = id ?? job.JobId }).Save();
        session.Say(dry ? $"sbatch {string.Join(' ', words.Select(SlurmScript.Quoted))}\n\n{await File.ReadAllTextAsync(job.Script, session.Cancellation)}".TrimEnd()
            : $"job {id}: shards {SlurmScript.Ranges(shards)} of {job.Shards}; '{CommandLine.Name} slurm status {job.Folder}' shows how far they are");
        session.Say(JsonText.Document(Schema, new { job.Folder, JobId = id, Submitted = shards, Arguments = words }));
        return ExitCode.Ok;
    }

    private static Verb Status()
    {
        var folder = Folder();
        return new Verb("status", "Show how far the shards of a job are.", Run) { folder };

        async Task<ExitCode> Run(ParseResult parse, Session session)
        {
            var job = SlurmJob.Load(parse.GetRequiredValue(folder));
            var queue = job.JobId is null ? new Dictionary<int, string>() : await SlurmProgram.QueueAsync(job.JobId, session.Cancellation);
            var rows = job.Progress().Select((p, i) => new
            {
                Shard = i + 1, p.Chunks, p.Done, State = p.Done == p.Chunks ? "DONE" : queue.GetValueOrDefault(i + 1, "MISSING"),
            }).ToArray();
            foreach (var row in rows)
                session.Say(string.Create(CultureInfo.InvariantCulture, $"shard {row.Shard,4}: {row.Done} of {row.Chunks} chunks, {row.State}"));
            int[] missing = [.. rows.Where(row => row.State == "MISSING").Select(row => row.Shard)];
            session.Say(missing.Length == 0 ? $"{rows.Count(row => row.State == "DONE")} of {rows.Length} shards are done" : $"missing: {SlurmScript.Ranges(missing)}; '{CommandLine.Name} slurm resubmit {job.Folder}' runs them again");
            session.Say(JsonText.Document(Schema, new { job.Folder, job.JobId, Shards = rows, Missing = missing }));
            return ExitCode.Ok;
        }
    }

    private static Verb Merge()
    {
        var (folder, output, force) = (Folder(), CommonOptions.CreateOutput(MonteCarloVerb.Name), CommonOptions.CreateForce());
        return new Verb("merge", "Put the shards of a job together: the same files as a local run, bit for bit.", Run) { folder, output, force };

        async Task<ExitCode> Run(ParseResult parse, Session session)
        {
            var job = SlurmJob.Load(parse.GetRequiredValue(folder));
            var missing = job.Missing();
            if (missing.Count > 0)
                throw new DataFileException($"{job.Folder}: shards {SlurmScript.Ranges(missing)} of {job.Shards} are missing, expected all; '{CommandLine.Name} slurm resubmit {job.Folder}' runs them again.");
            string[] words = [.. job.Command, "--parts", job.Parts];
            if (parse.GetValue(output) is { } target)
                words = [.. words, "--output", Path.GetFullPath(target)];
            if (parse.GetValue(force))
                words = [.. words, "--force"];
            if (session.Json)
                words = [.. words, CommonOptions.Json];
            return (ExitCode)await CommandLine.InvokeAsync(words, session.Output, session.Error, session.Cancellation);
        }
    }
}
