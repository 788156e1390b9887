using DevicePhys.Notebooks.Files;

namespace DevicePhys.Notebooks.Running;

/// <summary>Runs a notebook anew and says which of its stored outputs it did not give again; nothing is written.</summary>
public static class NotebookCheck
{
    /// <summary>Checks a notebook.</summary>
    /// <param name="notebook">The notebook; it stays as it is.</param>
    /// <param name="folder">As for <see cref="NotebookRunner.Run"/>.</param>
    /// <param name="progress">As for <see cref="NotebookRunner.Run"/>.</param>
    /// <param name="cancellation">As for <see cref="NotebookRunner.Run"/>.</param>
    /// <returns>How the run ended, and the cells whose outputs changed: their number, counted from 1, and the first difference in words.</returns>
    /// <exception cref="Errors.DataFileException">The notebook is in another language.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static (NotebookRun Run, IReadOnlyList<(int Cell, string Difference)> Changes) Run(
        Notebook notebook, string folder, IProgress<WorkProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        var anew = Notebook.Parse(notebook.ToString(), notebook.File);
        var run = NotebookRunner.Run(anew, folder, progress, cancellation);
        var changes = new List<(int Cell, string Difference)>();
        for (var at = 0; at < (run.FailedCell ?? notebook.Cells.Count); at++)
        {
            if (OutputComparison.Difference(notebook.Cells[at].Outputs, anew.Cells[at].Outputs) is { } difference)
                changes.Add((at + 1, difference));
        }

        return (run, changes);
    }
}
