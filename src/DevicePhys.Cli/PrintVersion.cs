using System.CommandLine;
using System.CommandLine.Invocation;

namespace DevicePhys.Cli;

/// <summary>What --version does.</summary>
internal sealed class PrintVersion : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool Terminating => true;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine($"{CommandLine.Name} {DevicePhysVersion.Current}");
        return (int)ExitCode.Ok;
    }
}
