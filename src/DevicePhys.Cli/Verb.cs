using System.CommandLine;

namespace DevicePhys.Cli;

/// <summary>A command whose body gets the session it runs in.</summary>
internal sealed class Verb : Command
{
    /// <summary>Creates a verb.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">One sentence for the help text.</param>
    /// <param name="run">Its body; what it throws becomes one sentence and an exit code.</param>
    public Verb(string name, string description, Func<ParseResult, Session, Task<ExitCode>> run)
        : base(name, description) =>
        SetAction(async (parse, cancellation) => (int)await run(parse, Session.Of(parse, cancellation)));
}
