using System.CommandLine;
using System.Text;
using System.Text.Json;
using DevicePhys.Cli.Fitting;
using DevicePhys.Cli.Report;
using DevicePhys.Cli.Report.Sections;
using DevicePhys.Studies.Fitting;

namespace DevicePhys.Cli.Verbs;

/// <summary>fit: a model fitted to measured data.</summary>
internal static class FitVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var model = new Argument<string>("model") { Description = "A model or a card to start from, such as Vteam.PtHfTi or ExponentialSynapse; or a law: Weibull, Drift, Saturating." }.Offer(Suggestions.Cards().Concat(LawFit.Names));
        var data = new Argument<string[]>("data") { Description = "Measured data: for a synapse potentiation and then depression, else one sweep or table.", Arity = new ArgumentArity(1, 2) };
        var options = new FitVerbOptions();
        var output = new Option<string?>("--output", "-o") { Description = "Write the card with the fitted numbers and their intervals.", HelpName = "file.card.json" };
        var report = new Option<string?>("--report") { Description = "Write a page with the numbers and the pictures.", HelpName = "file.html" };
        var verb = new Verb("fit", "Fit a model to measured data, with standard errors, intervals and warnings.", Run) { model, data, output, report };
        foreach (var option in options.All())
        {
            verb.Add(option);
        }

        return verb;

        async Task<ExitCode> Run(ParseResult parse, Session session)
        {
            var settings = options.Read(parse, parse.GetRequiredValue(model), parse.GetRequiredValue(data));
            var fit = await Task.Run(() => FitRun.Run(settings, session.Cancellation));
            if (parse.GetValue(output) is { } cardPath)
            {
                var card = fit.Card ?? throw new ArgumentException($"--output: '{fit.Model}' is a law and has no card, expected a model.");
                WholeFile.Write(cardPath, stream => stream.Write(Encoding.UTF8.GetBytes(card.ToJson())));
            }

            var record = FitRecord.Of(fit);
            if (parse.GetValue(report) is { } page)
            {
                var section = RunSections.Of(new RunNode(page, "", JsonSerializer.SerializeToElement(record)));
                var html = ReportPage.Of(section.Title, [section with { Source = string.Join(", ", settings.Data) }]);
                WholeFile.Write(page, stream => stream.Write(Encoding.UTF8.GetBytes(html)));
            }

            foreach (var warning in fit.Result.Warnings)
            {
                session.Warn(warning);
            }

            session.Say(FitText.Of(fit));
            session.Say(record);
            return fit.Result.Converged ? ExitCode.Ok : ExitCode.NotConverged;
        }
    }
}
