using System.Globalization;
using DevicePhys.Errors;
using DevicePhys.Notebooks.Files;
using DevicePhys.Notebooks.Scripting;

namespace DevicePhys.Notebooks.Running;

/// <summary>Runs the cells of a notebook in order and puts their outputs into it.</summary>
public static class NotebookRunner
{
    // The words of papermill, so that notebooks made for it work here and the other way round.
    private const string Defaults = "parameters", Given = "injected-parameters";

    /// <summary>Sets values in a notebook before it is run: a cell with them is put behind the cell tagged "parameters", where the defaults stand.</summary>
    /// <param name="notebook">The notebook; a cell of values from an earlier run is replaced.</param>
    /// <param name="values">Names, and values as C# expressions.</param>
    /// <exception cref="DataFileException">No cell is tagged so.</exception>
    public static void Set(Notebook notebook, IReadOnlyCollection<KeyValuePair<string, string>> values)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0)
            return;
        var at = notebook.Cells.TakeWhile(cell => !(cell.Kind == CellKind.Code && cell.Tags.Contains(Defaults))).Count();
        if (at == notebook.Cells.Count)
            throw new DataFileException($"{notebook.File}: no cell of code is tagged '{Defaults}', expected one with the default of '{values.First().Key}'.");
        var text = string.Join('\n', values.Select(value => $"{value.Key} = {value.Value};"));
        if (notebook.Cells.FirstOrDefault(cell => cell.Tags.Contains(Given)) is { } earlier)
            earlier.Source = text;
        else
            notebook.InsertCode(at + 1, text, Given);
    }

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
