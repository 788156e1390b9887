using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace DevicePhys.Notebooks.Scripting;

/// <summary>Puts errors of cells into words that a reader of the notebook can use.</summary>
internal static partial class CellErrors
{
    /// <summary>The name of errors the compiler found.</summary>
    public const string Compilation = "CompilationError";

    /// <summary>What the compiler found: each error with its cell, line and column, and the line itself.</summary>
    public static CellError Of(ImmutableArray<Diagnostic> diagnostics, string code)
    {
        var lines = code.Split('\n');
        var errors = diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToArray();
        var trace = new List<string>();
        foreach (var error in errors)
        {
            trace.Add(Sentence(error));
            var span = error.Location.GetLineSpan();
            if (error.Location.IsInSource && span.StartLinePosition.Line < lines.Length && error.Location.SourceTree!.Length == code.Length)
                trace.AddRange(Marked(lines[span.StartLinePosition.Line].TrimEnd('\r'), span));
        }

        return new(Compilation, Sentence(errors[0]), trace);
    }

    /// <summary>What the code threw: the exception and the places in cells it came through.</summary>
    public static CellError Of(Exception exception)
    {
        var cause = exception is AggregateException { InnerExceptions: [var only] } ? only : exception;
        var name = cause.GetType().Name;
        var trace = new List<string> { $"{name}: {cause.Message}" };
        trace.AddRange(Places(cause));
        for (var inner = cause.InnerException; inner is not null; inner = inner.InnerException)
            trace.Add($"  because of {inner.GetType().Name}: {inner.Message}");
        return new(name, cause.Message, trace);
    }

    private static string Sentence(Diagnostic error)
    {
        var text = $"error {error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}";
        if (!error.Location.IsInSource)
            return text;
        var at = error.Location.GetLineSpan();
        return string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(at.Path)} ({at.StartLinePosition.Line + 1},{at.StartLinePosition.Character + 1}): {text}");
    }

    private static IEnumerable<string> Marked(string line, FileLinePositionSpan span)
    {
        var start = Math.Min(span.StartLinePosition.Character, line.Length);
        var end = span.EndLinePosition.Line == span.StartLinePosition.Line ? Math.Min(span.EndLinePosition.Character, line.Length) : line.Length;
        yield return $"    {line.Replace('\t', ' ')}";
        yield return $"    {new string(' ', start)}{new string('^', Math.Max(1, end - start))}";
    }

    // Frames of the library help a reader less than the line of the cell that called it; of those in between only the nearest is kept.
    private static IEnumerable<string> Places(Exception exception)
    {
        var frames = (exception.StackTrace ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (frames.Length > 0 && !frames[0].Contains("Submission#", StringComparison.Ordinal))
            yield return $"  {frames[0]}";
        foreach (var frame in frames)
        {
            if (Frame().Match(frame) is { Success: true } place)
                yield return $"  at {Path.GetFileName(place.Groups[2].Value)}, line {place.Groups[3].Value}{(place.Groups[1].Value is "MoveNext" or "<<Initialize>>" ? "" : $", in {place.Groups[1].Value}")}";
        }
    }

    [GeneratedRegex(@"^at Submission#\d+.*?([^.+\s]+)\(.*\) in (.+):line (\d+)$")]
    private static partial Regex Frame();
}
