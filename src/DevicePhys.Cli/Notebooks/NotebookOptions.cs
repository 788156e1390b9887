using System.CommandLine;

namespace DevicePhys.Cli.Notebooks;

/// <summary>The options that several of the notebook verbs have.</summary>
internal static class NotebookOptions
{
    /// <summary>The notebooks to work on.</summary>
    public static Argument<string[]> Files() => new("files") { Description = "Notebooks (.ipynb).", Arity = ArgumentArity.OneOrMore };

    /// <summary>The folder that relative paths of a notebook begin at.</summary>
    public static string FolderOf(string file) => Path.GetDirectoryName(Path.GetFullPath(file))!;

    /// <summary>Where the result for each file goes.</summary>
    /// <param name="files">The files.</param>
    /// <param name="output">What the user named: a file for one, a folder for several; null for the place beside each.</param>
    /// <param name="extension">The extension of the results.</param>
    /// <exception cref="ArgumentException">Two results would have the same name.</exception>
    public static string[] Targets(IReadOnlyList<string> files, string? output, string extension)
    {
        if (output is null)
            return [.. files.Select(file => Path.ChangeExtension(file, extension))];
        if (files.Count == 1 && !Directory.Exists(output) && !Path.EndsInDirectorySeparator(output))
            return [output];
        string[] targets = [.. files.Select(file => Path.Combine(output, Path.ChangeExtension(Path.GetFileName(file), extension)))];
        if (targets.Distinct(StringComparer.Ordinal).Count() < targets.Length)
            throw new ArgumentException("--output: two of the notebooks have the same name, expected a different one for each.");
        return targets;
    }

    /// <summary>Progress of one file among several.</summary>
    public static IProgress<WorkProgress> Part(IProgress<WorkProgress> whole, string file, int at, int count) =>
        new PartOfProgress(whole, Path.GetFileName(file), at, count);

    private sealed class PartOfProgress(IProgress<WorkProgress> whole, string name, int at, int count) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => whole.Report(new WorkProgress($"{name}: {value.Activity}", (at + value.Fraction) / count));
    }
}
