using System.Globalization;
using System.Net;
using System.Text;
using DevicePhys.Studies.Fitting;

namespace DevicePhys.Cli.Fitting;

/// <summary>A fit as one page: numbers, intervals, warnings and pictures; it needs no other file.</summary>
internal static class FitPage
{
    private const string Style = """
        body{font:15px/1.5 system-ui,sans-serif;color:#222;max-width:960px;margin:2em auto;padding:0 1em}
        h1{font-size:1.5em;font-weight:500}h2{font-size:1.15em;font-weight:500;margin-top:1.6em}
        table{border-collapse:collapse}td,th{padding:.25em .9em;border-bottom:1px solid #ddd;text-align:right}
        td:first-child,th:first-child{text-align:left}.warning{background:#fff4d6;padding:.5em .9em;margin:.4em 0}img{max-width:100%}
        """;

    /// <summary>The page.</summary>
    public static string Of(DeviceFit fit)
    {
        var page = new StringBuilder();
        var title = $"{fit.Model} fitted to {string.Join(" and ", fit.Data)}";
        page.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{Text(title)}</title><style>{Style}</style></head><body>\n<h1>{Text(title)}</h1>\n");
        page.Append(CultureInfo.InvariantCulture, $"<p>{(fit.Result.Converged ? "Converged" : "Not converged")} in {fit.Result.Iterations} iterations; {fit.Result.Residuals.Count} points, {fit.Result.DegreesOfFreedom} degrees of freedom; RMSE {fit.NormalisedRmse:0.0000} of the range.</p>\n");
        foreach (var warning in fit.Result.Warnings)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p class=\"warning\">{Text(warning)}</p>\n");
        }

        page.Append("<h2>Parameters</h2>\n<table><tr><th>parameter</th><th>value</th><th>standard error</th><th>95 % interval</th></tr>\n");
        foreach (var e in fit.Result.Estimates)
        {
            var rest = e.Parameter.Fixed ? "<td>held</td><td></td>" : $"<td>{Text(FitText.Error(e))}</td><td>{Text(FitText.Interval(e))}</td>";
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(e.Parameter.Name)}</td><td>{Text(SiText.Of(e.Value, e.Parameter.Unit))}</td>{rest}</tr>\n");
        }

        page.Append("</table>\n<h2>Misfit</h2>\n<table><tr><th>curve</th><th>points</th><th>RMSE of the range</th><th>as published</th></tr>\n");
        foreach (var curve in fit.Curves)
        {
            var published = fit.Published is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known.NormalisedRmse[curve.Name]:0.0000} ({known.Card})") : "";
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(curve.Name)}</td><td>{curve.X.Length}</td><td>{curve.NormalisedRmse:0.0000}</td><td>{Text(published)}</td></tr>\n");
        }

        page.Append("</table>\n");
        foreach (var picture in FitPictures.Of(fit))
        {
            // As an image each picture keeps its own names inside.
            page.Append(CultureInfo.InvariantCulture, $"<p><img alt=\"{Text(picture.Model.Title)}\" src=\"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(picture.ToSvg()))}\"></p>\n");
        }

        return page.Append("</body></html>\n").ToString();
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
