using System.CommandLine;
using System.Text;
using DevicePhys.Cli.Fitting;
using DevicePhys.Studies.Fitting;

namespace DevicePhys.Cli.Verbs;

/// <summary>fit: a model fitted to measured data.</summary>
internal static class FitVerb
{
    /// <summary>The name of the JSON form.</summary>
    public const string Schema = "devicephys/fit/1";

    /// <summary>Makes the verb.</summary>
    public static Command Create()
    {
        var model = new Argument<string>("model") { Description = "A model or a card to start from, such as Vteam.PtHfTi or ExponentialSynapse; or a law: Weibull, Drift." }.Offer(Suggestions.Cards().Concat(LawFit.Names));
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

            if (parse.GetValue(report) is { } page)
            {
                WholeFile.Write(page, stream => stream.Write(Encoding.UTF8.GetBytes(FitPage.Of(fit))));
            }

            foreach (var warning in fit.Result.Warnings)
            {
                session.Warn(warning);
            }

            session.Say(FitText.Of(fit));
            session.Say(JsonText.Document(Schema, new
            {
                fit.Model, fit.Data, fit.Result.Converged, fit.Rmse, fit.NormalisedRmse,
                Parameters = fit.Result.Estimates.Select(e => new
                {
                    e.Parameter.Name, e.Value, e.Parameter.Unit, e.StandardError, Ci95 = (double[])[e.Interval.Low, e.Interval.High], Free = !e.Parameter.Fixed,
                }),
                fit.Result.Warnings,
                Curves = fit.Curves.Select(c => new { c.Name, Points = c.X.Length, c.Rmse, c.NormalisedRmse, Published = fit.Published?.NormalisedRmse[c.Name] }),
                fit.Result.ChiSquared, fit.Result.Aic, fit.Result.DegreesOfFreedom, fit.Result.Iterations,
            }));
            return fit.Result.Converged ? ExitCode.Ok : ExitCode.NotConverged;
        }
    }
}
