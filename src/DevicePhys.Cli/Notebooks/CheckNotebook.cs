using System.CommandLine;
using DevicePhys.Cli.Verbs;
using DevicePhys.Notebooks.Files;
using DevicePhys.Notebooks.Running;

namespace DevicePhys.Cli.Notebooks;

/// <summary>notebook check: executes notebooks and compares what they give with what is stored.</summary>
internal static class CheckNotebook
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var files = NotebookOptions.Files();
        return new Verb("check", "Execute notebooks, write nothing, and name the cells whose stored outputs did not come again.", Run) { files };

        async Task<ExitCode> Run(ParseResult parse, Session session)
        {
            var from = parse.GetRequiredValue(files);
            var notebooks = from.Select(Notebook.Load).ToArray();
            var checks = await session.TrackAsync(progress => Task.Run(() => from
                .Select((file, at) => NotebookCheck.Run(notebooks[at], NotebookOptions.FolderOf(file), NotebookOptions.Part(progress, file, at, from.Length), session.Cancellation))
                .ToArray()));
            for (var at = 0; at < from.Length; at++)
            {
                var (run, changes) = checks[at];
                NotebookText.Tell(session, from[at], run, changes.Count == 0 ? "all outputs as stored" : $"{changes.Count} cells changed");
                foreach (var (cell, difference) in changes.Where(change => change.Cell != run.FailedCell))
                    session.Say($"  cell {cell}: {difference}");
            }

            session.Say(JsonText.Document(NotebookVerb.Schema, new
            {
                Action = "check",
                Notebooks = from.Select((file, at) => new
                {
                    File = file, checks[at].Run.Cells, checks[at].Run.FailedCell, Error = checks[at].Run.Error?.Message,
                    Changes = checks[at].Changes.Select(change => new { change.Cell, change.Difference }),
                }),
            }));
            return checks.Any(check => !check.Run.Succeeded) ? ExitCode.Failed : checks.Any(check => check.Changes.Count > 0) ? ExitCode.NotConverged : ExitCode.Ok;
        }
    }
}
