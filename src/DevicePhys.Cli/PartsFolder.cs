using System.CommandLine;

namespace DevicePhys.Cli;

/// <summary>Where a long run keeps its finished parts, from which the same command goes on when it was stopped.</summary>
internal static class PartsFolder
{
    /// <summary>The option to choose it.</summary>
    public static Option<string?> Create() => new("--parts")
    {
        Description = "The folder for finished parts, from which a stopped run goes on; by default beside the output.", HelpName = "folder",
    };

    /// <summary>The folder when none was chosen: the same command finds the same one again, and another command another.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="output">The folder of the results, or null.</param>
    /// <param name="identity">The hash of the run.</param>
    public static string Default(string verb, string? output, string identity) =>
        output is null ? Path.Combine("runs", $".{verb}-{identity[..16]}") : $"{Path.TrimEndingDirectorySeparator(output)}.parts";
}
