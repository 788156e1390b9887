using System.CommandLine;
using DevicePhys.Cli;

namespace DevicePhys.Tests.Cli;

/// <summary>One command line, run in this process.</summary>
internal sealed record Invocation(int Code, string Output, string Error)
{
    /// <summary>Runs the tool's own verbs.</summary>
    public static Task<Invocation> OfTool(params string[] args) => Of(CommandLine.Verbs(), args, TestContextToken);

    /// <summary>Runs one verb of the tool, made by the caller.</summary>
    public static Task<Invocation> OfVerb(Command verb, params string[] args) => Of([verb], [verb.Name, .. args], TestContextToken);

    /// <summary>Runs one made-up verb named "work".</summary>
    public static Task<Invocation> OfWork(Func<Session, Task<ExitCode>> work, string[] args, CancellationToken? cancellation = null) =>
        Of([new Verb("work", "Works.", (_, session) => work(session))], ["work", .. args], cancellation ?? TestContextToken);

    private static CancellationToken TestContextToken => Xunit.TestContext.Current.CancellationToken;

    private static async Task<Invocation> Of(IEnumerable<Command> verbs, string[] args, CancellationToken cancellation)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.InvokeAsync(verbs, args, output, error, cancellation);
        return new Invocation(code, output.ToString(), error.ToString());
    }
}
