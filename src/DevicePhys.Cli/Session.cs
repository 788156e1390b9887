using System.CommandLine;
using System.Text.Json.Nodes;
using DevicePhys.Plotting;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DevicePhys.Cli;

/// <summary>What a running verb sees of the outside: where its words go, and whether it should end.</summary>
/// <param name="Output">Results.</param>
/// <param name="Error">Messages and progress.</param>
/// <param name="Json">One JSON document is wanted, and no text.</param>
/// <param name="Pictures">The kinds of files that pictures are written as.</param>
/// <param name="Cancellation">Asks the verb to end.</param>
internal sealed record Session(TextWriter Output, TextWriter Error, bool Json, PictureKinds Pictures, CancellationToken Cancellation)
{
    // Wide enough for tables with sources when nobody knows how wide the reader's window is.
    private const int FileWidth = 180;

    /// <summary>The session of one parsed command line.</summary>
    public static Session Of(ParseResult parse, CancellationToken cancellation) => new(
        parse.InvocationConfiguration.Output,
        parse.InvocationConfiguration.Error,
        parse.GetValue<bool>(CommonOptions.Json),
        CommonOptions.ReadPictures(parse.GetValue<string>(CommonOptions.Pictures) ?? "svg,png"),
        cancellation);

    private bool ShowsProgress => !Json && ReferenceEquals(Error, Console.Error) && !Console.IsErrorRedirected;

    /// <summary>Prints a line of text, unless JSON is wanted.</summary>
    public void Say(string line)
    {
        if (!Json)
        {
            Output.WriteLine(line);
        }
    }

    /// <summary>Prints a table, unless JSON is wanted.</summary>
    public void Say(IRenderable table)
    {
        if (!Json)
        {
            TextConsole(Output, isTerminal: ReferenceEquals(Output, Console.Out) && !Console.IsOutputRedirected).Write(table);
        }
    }

    /// <summary>Prints the one JSON document of the verb, if it is wanted.</summary>
    /// <param name="document">The document, see <see cref="JsonText.Document"/>.</param>
    public void Say(JsonObject document)
    {
        if (Json)
        {
            Output.WriteLine(JsonText.Write(document));
        }
    }

    /// <summary>Prints a warning beside the results.</summary>
    public void Warn(string sentence) => Error.WriteLine($"{CommandLine.Name}: warning: {sentence}");

    /// <summary>Runs long work under a progress bar; silent when nobody watches.</summary>
    public Task<T> TrackAsync<T>(Func<IProgress<WorkProgress>, Task<T>> work) =>
        ShowsProgress ? ProgressBar.TrackAsync(TextConsole(Error, isTerminal: true), work) : work(new SilentProgress());

    private static IAnsiConsole TextConsole(TextWriter writer, bool isTerminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        if (!isTerminal)
        {
            console.Profile.Width = FileWidth;
        }

        return console;
    }
}
