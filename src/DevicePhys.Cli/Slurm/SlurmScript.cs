namespace DevicePhys.Cli.Slurm;

/// <summary>The texts that Slurm is given: the script of a task and the command that submits it.</summary>
internal static class SlurmScript
{
    /// <summary>The script; which shard it runs is the number of its task in the array.</summary>
    /// <param name="job">The job.</param>
    /// <param name="tool">How this tool is started on the machine that runs a task, one word each.</param>
    public static string Of(SlurmJob job, IReadOnlyList<string> tool) => string.Join('\n',
        "#!/bin/bash",
        "#SBATCH --job-name=devicephys",
        // .NET counts the processors of the machine where the task is not bound to some of them.
        "export DOTNET_PROCESSOR_COUNT=\"${SLURM_CPUS_PER_TASK:-1}\"",
        $"exec {string.Join(' ', tool.Concat(job.Command).Select(Quoted))} --parts {Quoted(job.Parts)} --shard \"$SLURM_ARRAY_TASK_ID/{job.Shards}\" --threads \"${{SLURM_CPUS_PER_TASK:-1}}\"",
        "");

    /// <summary>The words of the command that submits shards.</summary>
    /// <param name="job">The job.</param>
    /// <param name="shards">Which, from 1.</param>
    /// <param name="partition">The partition, or null for the default one.</param>
    /// <param name="time">The longest time of a task as Slurm writes it, or null.</param>
    public static IReadOnlyList<string> Submission(SlurmJob job, IReadOnlyList<int> shards, string? partition, string? time)
    {
        List<string> words =
        [
            "--parsable", $"--array={Ranges(shards)}", $"--cpus-per-task={job.Processors}", $"--chdir={job.Directory}", $"--output={Path.Combine(job.Folder, "logs", "%A_%a.out")}",
        ];
        if (partition is not null)
            words.Add($"--partition={partition}");
        if (time is not null)
            words.Add($"--time={time}");
        words.Add(job.Script);
        return words;
    }

    /// <summary>A word that a shell reads as it stands.</summary>
    public static string Quoted(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "-_./=,:+%@".Contains(c)) ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>Ascending numbers as Slurm writes them: "1-3,7".</summary>
    public static string Ranges(IReadOnlyList<int> numbers)
    {
        var parts = new List<string>();
        for (var start = 0; start < numbers.Count;)
        {
            var end = start;
            while (end + 1 < numbers.Count && numbers[end + 1] == numbers[end] + 1)
                end++;
            parts.Add(end == start ? FormattableString.Invariant($"{numbers[start]}") : FormattableString.Invariant($"{numbers[start]}-{numbers[end]}"));
            start = end + 1;
        }

        return string.Join(',', parts);
    }

    /// <summary>How this very process was started, for machines that see the same files.</summary>
    public static IReadOnlyList<string> ThisTool()
    {
        var dll = Path.Combine(AppContext.BaseDirectory, $"{CommandLine.Name}.dll");
        var host = Environment.ProcessPath ?? "dotnet";
        return Path.GetFileNameWithoutExtension(host) == CommandLine.Name ? [host] : [host, dll];
    }
}
