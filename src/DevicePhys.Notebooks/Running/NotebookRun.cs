using DevicePhys.Notebooks.Scripting;

namespace DevicePhys.Notebooks.Running;

/// <summary>How the run of a notebook ended.</summary>
/// <param name="Cells">How many cells of code were run.</param>
/// <param name="FailedCell">The number of the cell that failed, counted over all cells from 1; null when none did.</param>
/// <param name="Error">What it failed with; null when none did.</param>
public sealed record NotebookRun(int Cells, int? FailedCell, CellError? Error)
{
    /// <summary>Whether every cell came to its end.</summary>
    public bool Succeeded => Error is null;
}
