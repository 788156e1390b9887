using System.CommandLine;
using DevicePhys.Cli.Verbs;

namespace DevicePhys.Cli;

/// <summary>All verbs put together, and one invocation of them.</summary>
/// <remarks>To add a verb: one class in Verbs/ with a static Create, and its line in <see cref="Verbs"/>.</remarks>
internal static class CommandLine
{
    /// <summary>The tool's name in front of every message.</summary>
    public const string Name = "devicephys";

    /// <summary>The verbs, in the order of the help text.</summary>
    public static IEnumerable<Command> Verbs() =>
    [
        CardsVerb.Create(),
        CharacterizeVerb.Create(),
        SweepVerb.Create(),
        SramVerb.Create(),
        SpikingVerb.Create(),
        EfficiencyVerb.Create(),
        PlotVerb.Create(),
        MnistVerb.Create(),
        SurfaceVerb.Create(),
        TrainVerb.Create(),
        AblateVerb.Create(),
        InferVerb.Create(),
        LutVerb.Create(),
        ExportVerb.Create(),
        ArrayVerb.Create(),
        ValidateVerb.Create(),
        NeuroSimVerb.Create(),
        TrackVerb.Create(),
        FitVerb.Create(),
        ReportVerb.Create(),
        MonteCarloVerb.Create(),
        SlurmVerb.Create(),
        PopulationVerb.Create(),
        NotebookVerb.Create(),
        CompletionVerb.Create(),
    ];

    /// <summary>What the tool would make of the words after its name.</summary>
    public static ParseResult Parse(IReadOnlyList<string> args) => Root(Verbs()).Parse(args);

    /// <summary>Runs one command line with the tool's own verbs.</summary>
    public static Task<int> InvokeAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error, CancellationToken cancellation) =>
        InvokeAsync(Verbs(), args, output, error, cancellation);

    /// <summary>Runs one command line.</summary>
    /// <param name="verbs">The verbs.</param>
    /// <param name="args">The words after the tool's name.</param>
    /// <param name="output">Results.</param>
    /// <param name="error">Messages and progress.</param>
    /// <param name="cancellation">Asks the verb to end.</param>
    /// <returns>The exit code, see <see cref="ExitCode"/>.</returns>
    public static async Task<int> InvokeAsync(
        IEnumerable<Command> verbs, IReadOnlyList<string> args, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        var parse = Root(verbs).Parse(args);
        if (UsageMistake.Sentence(parse) is { } mistake)
        {
            error.WriteLine($"{Name}: {mistake}");
            return (int)ExitCode.Usage;
        }

        try
        {
            // Signals and exceptions are handled here and in Program, so that there is one rule for all verbs.
            var configuration = new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await parse.InvokeAsync(configuration, cancellation);
        }
        catch (Exception exception)
        {
            return (int)Failure.Report(exception, error, parse.GetValue<bool>(CommonOptions.Verbose));
        }
    }

    private static RootCommand Root(IEnumerable<Command> verbs)
    {
        var root = new RootCommand("Device physics from a card to the accuracy of an array.") { CommonOptions.CreateJson(), CommonOptions.CreatePictures(), CommonOptions.CreateVerbose() };
        root.Options.OfType<VersionOption>().Single().Action = new PrintVersion();
        foreach (var verb in verbs)
        {
            root.Add(verb);
        }

        return root;
    }
}
