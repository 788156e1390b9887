using System.Globalization;
using DevicePhys.Fitting;
using DevicePhys.Studies.Fitting;
using Spectre.Console;

namespace DevicePhys.Cli.Fitting;

/// <summary>A fit as a table for people.</summary>
internal static class FitText
{
    /// <summary>The parameters with errors and intervals.</summary>
    public static Table Of(DeviceFit fit)
    {
        var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = false };
        table.Title = new TableTitle(Markup.Escape($"{fit.Model} on {string.Join(" and ", fit.Data)}"));
        table.AddColumns("parameter", "value", "standard error", "95 % interval");
        foreach (var e in fit.Result.Estimates)
        {
            string[] cells = e.Parameter.Fixed
                ? [e.Parameter.Name, SiText.Of(e.Value, e.Parameter.Unit), "held", ""]
                : [e.Parameter.Name, SiText.Of(e.Value, e.Parameter.Unit), Error(e), Interval(e)];
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }

        table.Caption = new TableTitle(Markup.Escape(string.Join("\n", fit.Curves.Select(c => Misfit(fit, c)))));
        return table;
    }

    /// <summary>The standard error; a word where the data do not give one.</summary>
    public static string Error(FitEstimate e) => double.IsFinite(e.StandardError) ? SiText.Of(e.StandardError, e.Parameter.Unit) : "unknown";

    /// <summary>The interval; a word where the data set no limit.</summary>
    public static string Interval(FitEstimate e) =>
        double.IsFinite(e.Interval.Low) && double.IsFinite(e.Interval.High) && double.IsFinite(e.StandardError) ? $"{SiText.Of(e.Interval.Low, e.Parameter.Unit)} to {SiText.Of(e.Interval.High, e.Parameter.Unit)}" : "unknown";

    private static string Misfit(DeviceFit fit, FittedCurve curve) => string.Create(
        CultureInfo.InvariantCulture,
        $"{curve.Name}: RMSE {curve.NormalisedRmse:0.0000} of the range, {curve.X.Length} points{(fit.Published is { } published ? $"; {published.Card} as published: {published.NormalisedRmse[curve.Name]:0.0000}" : "")}");
}
