using System.Globalization;
using System.Net;
using System.Text;

namespace DevicePhys.Validation;

/// <summary>The validation table as one HTML file that needs nothing else.</summary>
public static class ValidationPage
{
    private const string Head = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>DevicePhys validation</title>
        <style>
        :root { color-scheme: light dark; --text: #1f2328; --soft: #59636e; --line: #d8dee4; --back: #ffffff; --band: #f6f8fa;
                --pass: #1a7f37; --fail: #cf222e; --report: #9a6700; --gauge: #c8e1ff; --mark: #0b57a4; }
        @media (prefers-color-scheme: dark) {
          :root { --text: #e6edf3; --soft: #9198a1; --line: #30363d; --back: #0d1117; --band: #161b22;
                  --pass: #3fb950; --fail: #f85149; --report: #d29922; --gauge: #1f3a5f; --mark: #79c0ff; } }
        body { font: 15px/1.45 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; color: var(--text); background: var(--back); margin: 2rem auto; max-width: 84rem; padding: 0 1.5rem; }
        h1 { font-size: 1.6rem; margin: 0 0 .3rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .4rem; }
        p { color: var(--soft); margin: .2rem 0; }
        .sum { font-size: 1.05rem; color: var(--text); } .sum b { font-variant-numeric: tabular-nums; }
        table { border-collapse: collapse; width: 100%; table-layout: fixed; }
        th { text-align: left; font-weight: 600; font-size: .8rem; color: var(--soft); border-bottom: 2px solid var(--line); padding: .3rem .5rem; }
        td { border-bottom: 1px solid var(--line); padding: .45rem .6rem; vertical-align: top; overflow-wrap: break-word; }
        tr:hover td { background: var(--band); }
        td.n { text-align: right; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; } th.n { text-align: right; }
        td small { color: var(--soft); display: block; font-size: .82rem; }
        .pass { color: var(--pass); font-weight: 600; } .FAIL { color: var(--fail); font-weight: 700; }
        .within, .outside, .not { color: var(--report); font-weight: 600; }
        svg { display: block; width: 100%; height: 1.2rem; }
        </style>
        </head>
        <body>
        """;

    private const string Columns = """
        <table><colgroup><col style="width:4.2rem"><col style="width:34%"><col style="width:14%"><col style="width:15%"><col style="width:12%"><col style="width:13%"><col style="width:7rem"></colgroup>
        <thead><tr><th>id</th><th>claim and source</th><th class="n">published</th><th class="n">measured</th><th class="n">tolerance</th><th>where it lies</th><th>verdict</th></tr></thead><tbody>
        """;

    /// <summary>Writes the page.</summary>
    /// <param name="path">The file; replaced if it exists.</param>
    /// <param name="rows">The rows.</param>
    /// <exception cref="Errors.DataFileException">The file cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<ValidationRow> rows)
    {
        var html = Text(rows);
        WholeFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(html)));
    }

    /// <summary>The page as text.</summary>
    /// <param name="rows">The rows.</param>
    public static string Text(IReadOnlyList<ValidationRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var page = new StringBuilder(Head);
        page.Append(CultureInfo.InvariantCulture, $"""
            <h1>DevicePhys {DevicePhysVersion.Current}: validation</h1>
            <p class="sum">{ValidationSummary.Of(rows)}</p>
            <p>A gate fails the run; a reported row is one whose published value is itself uncertain. The bar is the tolerance, the mark the measured value.</p>

            """);
        foreach (var section in rows.GroupBy(row => row.Section))
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"<h2>{Escaped(section.Key)}</h2>").AppendLine(Columns);
            var source = "";
            foreach (var row in section)
            {
                page.AppendLine(Line(row, row.Source == source ? "" : row.Source));
                source = row.Source;
            }

            page.AppendLine("</tbody></table>");
        }

        return page.AppendLine("</body>").AppendLine("</html>").ToString();
    }

    private static string Line(ValidationRow row, string source)
    {
        var small = string.Concat(((string[])[source, row.Note]).Where(text => text.Length > 0).Select(text => $"<small>{Escaped(text)}</small>"));
        return $"<tr><td>{Escaped(row.Id)}</td><td>{Escaped(row.Claim)}{small}</td>"
            + $"<td class=\"n\">{Escaped(row.ExpectedText)}</td><td class=\"n\">{Escaped(row.MeasuredText)}</td><td class=\"n\">{Escaped(row.Check?.Tolerance ?? "")}</td>"
            + $"<td>{Gauge(row)}</td><td class=\"{row.Verdict.Split(' ')[0]}\">{row.Verdict}</td></tr>";
    }

    // The tolerance is the middle half of the width; beyond it the mark is held at the edge.
    private static string Gauge(ValidationRow row)
    {
        if (row.Check is not { Measured: { } measured } check || !double.IsFinite(measured) || (double.IsInfinity(check.Lower) && double.IsInfinity(check.Upper)))
            return "";
        var scale = double.IsFinite(check.Upper - check.Lower) ? 0.5 * (check.Upper - check.Lower) : Math.Max(Math.Abs(check.Expected), double.Epsilon);
        var place = scale > 0 ? Math.Clamp((measured - check.Expected) / scale, -1.9, 1.9) : Math.Sign(measured - check.Expected) * 1.9;
        var (from, to) = (double.IsInfinity(check.Lower) ? 0 : double.IsInfinity(check.Upper) ? 50 : 25, double.IsInfinity(check.Upper) ? 100 : double.IsInfinity(check.Lower) ? 50 : 75);
        var color = row.Pass == true ? "var(--mark)" : row.Gated ? "var(--fail)" : "var(--report)";
        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true"><line x1="0" x2="100" y1="6" y2="6" stroke="var(--line)"/><rect x="{from}" width="{to - from}" y="2.5" height="7" fill="var(--gauge)"/><rect x="{50 + 25 * place - 0.9:0.##}" width="1.8" y="0.5" height="11" fill="{color}"/></svg>
            """);
    }

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
