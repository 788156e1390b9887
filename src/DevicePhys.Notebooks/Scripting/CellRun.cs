using System.Text.Json.Nodes;

namespace DevicePhys.Notebooks.Scripting;

/// <summary>How the run of a cell ended.</summary>
/// <param name="Value">The forms of the value of its last expression, by MIME type; null when there is none.</param>
/// <param name="Error">Why it ended early; null when it did not.</param>
public sealed record CellRun(JsonObject? Value, CellError? Error)
{
    /// <summary>Whether it came to its end.</summary>
    public bool Succeeded => Error is null;
}
