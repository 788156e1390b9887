using System.CommandLine;
using DevicePhys.Cli.Verbs;
using DevicePhys.Notebooks.Files;
using DevicePhys.Notebooks.Pages;

namespace DevicePhys.Cli.Notebooks;

/// <summary>notebook html: notebooks as pages; nothing is executed.</summary>
internal static class PrintNotebook
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var files = NotebookOptions.Files();
        var output = new Option<string?>("--output", "-o") { Description = "The page to write, or a folder for several; by default beside each notebook.", HelpName = "path" };
        return new Verb("html", "Turn notebooks with their stored outputs into self-contained pages; nothing is executed.", Run) { files, output };

        Task<ExitCode> Run(ParseResult parse, Session session)
        {
            var from = parse.GetRequiredValue(files);
            var to = NotebookOptions.Targets(from, parse.GetValue(output), ".html");
            for (var at = 0; at < from.Length; at++)
            {
                session.Cancellation.ThrowIfCancellationRequested();
                var notebook = Notebook.Load(from[at]);
                Directory.CreateDirectory(NotebookOptions.FolderOf(to[at]));
                NotebookPage.Write(notebook, to[at]);
                session.Say($"{from[at]}: written to {to[at]}");
            }

            session.Say(JsonText.Document(NotebookVerb.Schema, new { Action = "html", Files = to }));
            return Task.FromResult(ExitCode.Ok);
        }
    }
}
