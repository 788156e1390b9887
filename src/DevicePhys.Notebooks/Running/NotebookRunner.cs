using System.Globalization;
using DevicePhys.Errors;
using DevicePhys.Notebooks.Files;
using DevicePhys.Notebooks.Scripting;

namespace DevicePhys.Notebooks.Running;

/// <summary>Runs the cells of a notebook in order and puts their outputs into it.</summary>
public static class NotebookRunner
{
    /// <summary>Runs a notebook in a session of its own.</summary>
    /// <param name="notebook">The notebook; its outputs and numbers are replaced, up to the cell that fails.</param>
    /// <param name="folder">The folder that relative paths in <c>#r</c> and <c>#load</c> begin at.</param>
    /// <param name="progress">Told the cell that is run, or null.</param>
    /// <param name="cancellation">Ends the cell that is run, and the run.</param>
    /// <returns>How it ended. The first cell that fails ends the run; its error is its last output.</returns>
    /// <exception cref="DataFileException">The notebook is in another language.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static NotebookRun Run(Notebook notebook, string folder, IProgress<WorkProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        CheckLanguage(notebook);
        using var session = new ScriptSession(folder);
        Clear(notebook);
        var count = 0;
        for (var at = 0; at < notebook.Cells.Count; at++)
        {
            var cell = notebook.Cells[at];
            if (cell.Kind != CellKind.Code || string.IsNullOrWhiteSpace(cell.Source))
                continue;
            var name = string.Create(CultureInfo.InvariantCulture, $"cell {at + 1}");
            progress?.Report(new WorkProgress($"{name} of {notebook.Cells.Count}", (double)at / notebook.Cells.Count));
            var store = new OutputStore();
            var run = session.Run(cell.Source, name, store, cancellation);
            cell.ExecutionCount = ++count;
            cell.SetOutputs(store.End(run, count));
            cancellation.ThrowIfCancellationRequested();
            if (!run.Succeeded)
                return new(count, at + 1, run.Error);
        }

        return new(count, null, null);
    }

    // Outputs of an earlier run beside those of this one would tell of a run that never was.
    private static void Clear(Notebook notebook)
    {
        foreach (var cell in notebook.Cells.Where(cell => cell.Kind == CellKind.Code))
        {
            cell.ExecutionCount = null;
            cell.SetOutputs([]);
        }
    }

    private static void CheckLanguage(Notebook notebook)
    {
        if (notebook.Language is { } language && !IsCSharp(language))
            throw new DataFileException($"{notebook.File}: the notebook is in '{language}', expected C#.");
        for (var at = 0; at < notebook.Cells.Count; at++)
        {
            if (notebook.Cells[at] is { Kind: CellKind.Code, Language: { } other } && !IsCSharp(other))
                throw new DataFileException($"{notebook.File}: cell {at + 1} is in '{other}', expected C#.");
        }
    }

    private static bool IsCSharp(string language) => language.Equals("C#", StringComparison.OrdinalIgnoreCase) || language.Equals("csharp", StringComparison.OrdinalIgnoreCase);
}
