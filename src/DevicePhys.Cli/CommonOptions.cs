using System.CommandLine;

namespace DevicePhys.Cli;

/// <summary>The options that every verb has.</summary>
internal static class CommonOptions
{
    /// <summary>One JSON document instead of text.</summary>
    public const string Json = "--json";

    /// <summary>A stack trace with every error.</summary>
    public const string Verbose = "--verbose";

    /// <summary>Makes the option.</summary>
    public static Option<bool> CreateJson() =>
        new(Json) { Description = "Print one JSON document with a schema field instead of text.", Recursive = true };

    /// <summary>Makes the option.</summary>
    public static Option<bool> CreateVerbose() =>
        new(Verbose) { Description = "Print the stack trace of an error.", Recursive = true };

    /// <summary>The option for the folder a verb writes to.</summary>
    public static Option<string?> CreateOutput(string verb) =>
        new("--output", "-o") { Description = $"The folder to write to; by default the next free runs/{verb}-NNN.", HelpName = "folder" };

    /// <summary>The option to write into a folder that holds something.</summary>
    public static Option<bool> CreateForce() =>
        new("--force") { Description = "Write into the output folder even when it is not empty; files of the same name are replaced." };
}
