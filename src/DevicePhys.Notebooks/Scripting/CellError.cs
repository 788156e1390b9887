namespace DevicePhys.Notebooks.Scripting;

/// <summary>Why a cell ended early.</summary>
/// <param name="Name">The kind of error, such as "CompilationError" or the name of an exception.</param>
/// <param name="Message">One sentence, or the message of the exception.</param>
/// <param name="Trace">What to show a reader: the message, and where in which cell.</param>
public sealed record CellError(string Name, string Message, IReadOnlyList<string> Trace)
{
    /// <summary>The name of an interruption, as Jupyter knows it.</summary>
    public const string Interruption = "KeyboardInterrupt";

    /// <summary>A cell that was interrupted.</summary>
    public static CellError Interrupted(string cell) => new(Interruption, "the cell was interrupted", [$"{Interruption}: {cell} was interrupted"]);
}
