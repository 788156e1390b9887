using System.CommandLine;
using DevicePhys.Cli.Validation;
using DevicePhys.Validation;

namespace DevicePhys.Cli.Verbs;

/// <summary>validate: published numbers beside our own.</summary>
internal static class ValidateVerb
{
    /// <summary>Makes the verb over the claims of the project.</summary>
    public static Command Create() => Create(ValidationSet.All);

    /// <summary>Makes the verb over some claims.</summary>
    public static Command Create(IReadOnlyList<IValidation> from)
    {
        var names = new Argument<string[]>("id")
        {
            Description = "Claims to measure, such as V06; without any, all that are not slow.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var html = new Option<string?>("--html") { Description = "Write the table as one HTML file.", HelpName = "file.html" };
        var slow = new Option<bool>("--slow") { Description = "Measure the slow claims, too (minutes; MNIST)." };
        return new Verb("validate", "Measure published numbers anew and print both, with their tolerance.", Run) { names, html, slow };

        async Task<ExitCode> Run(ParseResult parse, Session session)
        {
            var chosen = parse.GetValue(names) ?? [];
            var claims = ValidationSet.Select(chosen, parse.GetValue(slow), from);
            var all = await session.TrackAsync(progress => Task.Run(() => ValidationSet.Run(claims, new ValidationRun(progress, session.Cancellation))));
            var rows = ValidationSet.Named(all, chosen);
            if (rows.Count == 0)
            {
                throw new ArgumentException($"there is no row '{string.Join(" ", chosen)}', expected one of {string.Join(", ", all.Select(row => row.Id))}.");
            }

            session.Say(ValidationText.Table(rows));
            foreach (var row in rows.Where(row => row.Note.Length > 0))
            {
                session.Say($"{row.Id}: {row.Note}");
            }

            session.Say(ValidationSummary.Of(rows).ToString());
            if (parse.GetValue(html) is { } path)
            {
                ValidationPage.Write(path, rows);
                session.Say($"written to {path}");
            }

            session.Say(ValidationText.Json(rows));
            return rows.Any(row => row.Fails) ? ExitCode.NotConverged : ExitCode.Ok;
        }
    }
}
