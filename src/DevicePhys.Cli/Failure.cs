using DevicePhys.Errors;

namespace DevicePhys.Cli;

/// <summary>What a failed verb says and returns.</summary>
internal static class Failure
{
    /// <summary>Writes one sentence, and the stack trace if it is wanted.</summary>
    /// <returns>The exit code.</returns>
    public static ExitCode Report(Exception exception, TextWriter error, bool verbose)
    {
        var cause = Cause(exception);
        error.WriteLine($"{CommandLine.Name}: {Sentence(cause)}");
        if (verbose)
        {
            error.WriteLine(exception);
        }

        return cause switch
        {
            OperationCanceledException => ExitCode.Cancelled,
            ConvergenceException => ExitCode.NotConverged,
            // Values of options are checked by the part they are for, before any work is done.
            ArgumentException => ExitCode.Usage,
            _ => ExitCode.Failed,
        };
    }

    // Parallel loops wrap what their bodies throw.
    private static Exception Cause(Exception exception) =>
        exception is AggregateException { InnerExceptions: [var first, ..] } ? Cause(first) : exception;

    private static string Sentence(Exception exception) => exception switch
    {
        OperationCanceledException => "cancelled.",
        CardException or DataFileException or ConvergenceException or IOException or UnauthorizedAccessException or HttpRequestException =>
            OneLine(exception.Message),
        ArgumentException { ParamName: { } name } => OneLine(exception.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal)),
        ArgumentException => OneLine(exception.Message),
        _ => $"unexpected {exception.GetType().Name}: {OneLine(exception.Message)} (--verbose shows where)",
    };

    private static string OneLine(string message) =>
        string.Join(' ', message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
