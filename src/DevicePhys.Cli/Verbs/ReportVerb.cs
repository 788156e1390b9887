using System.CommandLine;
using System.Text;
using DevicePhys.Cli.Report;
using DevicePhys.Cli.Report.Sections;

namespace DevicePhys.Cli.Verbs;

/// <summary>report: runs as one page.</summary>
internal static class ReportVerb
{
    /// <summary>The name of the JSON form.</summary>
    public const string Schema = "devicephys/report/1";

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var runs = new Argument<string[]>("run")
        {
            Description = "Run folders, records printed with --json (.json), pulse tables (.npz) or cards (.card.json), in the order of the page.", Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string>("--output", "-o") { Description = "The page to write.", DefaultValueFactory = _ => "report.html", HelpName = "file.html" };
        var title = new Option<string?>("--title") { Description = "The heading of the page.", HelpName = "text" };
        return new Verb("report", "Put runs on one page that needs no other file: numbers with their provenance, and plots to zoom into.", Run) { runs, output, title };

        Task<ExitCode> Run(ParseResult parse, Session session)
        {
            var sections = new List<ReportSection>();
            foreach (var run in parse.GetRequiredValue(runs))
            {
                session.Cancellation.ThrowIfCancellationRequested();
                sections.AddRange(RunReader.Read(run));
            }

            sections.AddRange(CardSection.Of([.. sections]));
            var path = parse.GetValue(output)!;
            var page = ReportPage.Of(parse.GetValue(title) ?? (sections.Count == 1 ? sections[0].Title : "DevicePhys report"), sections);
            WholeFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(page)));
            var figures = sections.Sum(section => section.Blocks.OfType<ReportFigure>().Count());
            session.Say($"{sections.Count} sections with {figures} figures written to {path}");
            session.Say(JsonText.Document(Schema, new { File = path, Figures = figures, Sections = sections.Select(section => new { section.Title, section.Kind, section.Source }) }));
            return Task.FromResult(ExitCode.Ok);
        }
    }
}
