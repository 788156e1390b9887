using System.CommandLine;

namespace DevicePhys.Cli.Verbs;

/// <summary>completion: what a shell needs to complete verbs, options and cards.</summary>
/// <remarks>
/// A script holds no word of the tool: at every Tab it asks the tool itself (the "suggest" directive of the parser), which answers from the
/// declarations of the verbs.
/// </remarks>
internal static class CompletionVerb
{
    private static readonly string[] Shells = ["bash", "zsh", "pwsh"];

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh or pwsh." };
        shell.AcceptOnlyFromAmong(Shells);
        return new Verb("completion", "Print the script that makes a shell complete this tool's command lines.", Run) { shell };

        Task<ExitCode> Run(ParseResult parse, Session session)
        {
            var name = parse.GetRequiredValue(shell);
            using var stream = typeof(CompletionVerb).Assembly.GetManifestResourceStream($"devicephys.{name}")!;
            var script = new StreamReader(stream).ReadToEnd().TrimEnd();
            session.Say(script);
            session.Say(JsonText.Document("devicephys/completion/1", new { Shell = name, Script = script }));
            return Task.FromResult(ExitCode.Ok);
        }
    }
}
