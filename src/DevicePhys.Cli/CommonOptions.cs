using System.CommandLine;
using DevicePhys.Plotting;

namespace DevicePhys.Cli;

/// <summary>The options that every verb has.</summary>
internal static class CommonOptions
{
    /// <summary>One JSON document instead of text.</summary>
    public const string Json = "--json";

    /// <summary>A stack trace with every error.</summary>
    public const string Verbose = "--verbose";

    /// <summary>The kinds of picture files.</summary>
    public const string Pictures = "--pictures";

    private static readonly (string Word, PictureKinds Kind)[] Kinds = [("svg", PictureKinds.Svg), ("png", PictureKinds.Png), ("pdf", PictureKinds.Pdf)];

    /// <summary>Makes the option.</summary>
    public static Option<string> CreatePictures() =>
        new(Pictures) { Description = "The kinds of files that pictures are written as: svg, png, pdf.", DefaultValueFactory = _ => "svg,png", HelpName = "kinds", Recursive = true };

    /// <summary>Reads "svg,pdf".</summary>
    /// <exception cref="ArgumentException">A word is none of the kinds; one sentence.</exception>
    public static PictureKinds ReadPictures(string text) => text.Split(',', StringSplitOptions.TrimEntries).Aggregate(default(PictureKinds), (all, word) =>
        Array.Find(Kinds, pair => pair.Word == word) is { Word: not null } found ? all | found.Kind : throw new ArgumentException($"{Pictures}: '{word}' is not a kind of picture, expected some of svg, png, pdf, separated by commas."));

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
