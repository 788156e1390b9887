using System.CommandLine;
using DevicePhys.Cli.Verbs;
using DevicePhys.Notebooks.Files;
using DevicePhys.Notebooks.Running;

namespace DevicePhys.Cli.Notebooks;

/// <summary>notebook run: executes notebooks and stores what they give.</summary>
internal static class RunNotebook
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var files = NotebookOptions.Files();
        var output = new Option<string?>("--output", "-o") { Description = "The notebook to write, or a folder for several; by default each is written back.", HelpName = "path" };
        var set = new Option<string[]>("--set") { Description = "NAME=VALUE for the cell tagged 'parameters', such as --set samples=1000.", HelpName = "name=value" };
        return new Verb("run", "Execute notebooks and store their outputs; the first cell that fails ends the run.", Run) { files, output, set };

        async Task<ExitCode> Run(ParseResult parse, Session session)
        {
            var from = parse.GetRequiredValue(files);
            var to = NotebookOptions.Targets(from, parse.GetValue(output), ".ipynb");
            var notebooks = from.Select(Notebook.Load).ToArray();
            var values = (parse.GetValue(set) ?? []).Select(Pair).ToArray();
            foreach (var notebook in notebooks)
                NotebookRunner.Set(notebook, values);
            var runs = new NotebookRun[from.Length];
            await session.TrackAsync(progress => Task.Run(() =>
            {
                for (var at = 0; at < from.Length; at++)
                {
                    runs[at] = NotebookRunner.Run(notebooks[at], NotebookOptions.FolderOf(from[at]), NotebookOptions.Part(progress, from[at], at, from.Length), session.Cancellation);
                    Directory.CreateDirectory(NotebookOptions.FolderOf(to[at]));
                    notebooks[at].Save(to[at]);
                }

                return runs;
            }));
            for (var at = 0; at < from.Length; at++)
                NotebookText.Tell(session, from[at], runs[at], $"written to {to[at]}");
            session.Say(JsonText.Document(NotebookVerb.Schema, new
            {
                Action = "run",
                Notebooks = from.Select((file, at) => new { File = file, Output = to[at], runs[at].Cells, runs[at].FailedCell, Error = runs[at].Error?.Message }),
            }));
            return runs.All(run => run.Succeeded) ? ExitCode.Ok : ExitCode.Failed;
        }
    }

    private static KeyValuePair<string, string> Pair(string text) =>
        text.Split('=', 2) is [{ Length: > 0 } name, { Length: > 0 } value] && name.All(c => char.IsLetterOrDigit(c) || c == '_') ? new(name, value)
            : throw new ArgumentException($"--set: '{text}' is not a name and a value, such as samples=1000.");
}
