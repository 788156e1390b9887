using System.Globalization;
using System.Net;
using System.Text;

namespace DevicePhys.Cli.Report;

/// <summary>Sections as one HTML page that needs no other file and asks no other computer.</summary>
/// <remarks>Every figure is in the page twice: as a picture, for paper and for readers without scripts, and as numbers that uPlot draws on the screen.</remarks>
internal static class ReportPage
{
    // Whatever a damaged or hostile run may hold, the browser loads nothing for this page.
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    private const string Heat = "Figures in the page's own colours can be zoomed: drag across them, or use the buttons; a double click shows the whole again.";

    /// <summary>The page.</summary>
    public static string Of(string title, IReadOnlyList<ReportSection> sections)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{Policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Escaped(title)}</title>
            <!-- uPlot 1.6.32
            {Resource("uplot.LICENSE").TrimEnd()}
            -->
            <style>
            {Resource("uplot.uPlot.min.css")}
            {Resource("report.css")}
            </style>
            </head>
            <body>
            <header><h1>{Escaped(title)}</h1></header>

            """);
        if (sections.Count > 1)
        {
            page.Append("<nav><ol>\n");
            for (var i = 0; i < sections.Count; i++)
                page.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#s{i}\">{Escaped(sections[i].Title)}</a></li>\n");
            page.Append("</ol></nav>\n");
        }

        page.Append("<main>\n");
        for (var i = 0; i < sections.Count; i++)
            Add(page, sections[i], i);
        page.Append(CultureInfo.InvariantCulture, $"""
            </main>
            <footer><p>Made by DevicePhys {DevicePhysVersion.Current}. {Heat}</p></footer>
            <script>{Resource("uplot.uPlot.iife.min.js")}</script>
            <script>{Resource("report.js")}</script>
            </body>
            </html>

            """);
        return page.ToString();
    }

    private static void Add(StringBuilder page, ReportSection section, int number)
    {
        page.Append(CultureInfo.InvariantCulture, $"<section id=\"s{number}\">\n<h2>{Escaped(section.Title)} <small>{Escaped(section.Kind)}</small></h2>\n<p class=\"source\">{Escaped(section.Source)}</p>\n");
        foreach (var block in section.Blocks)
        {
            switch (block)
            {
                case ReportNote note:
                    page.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">{Escaped(note.Text)}</p>\n");
                    break;
                case ReportTable table:
                    Add(page, table);
                    break;
                case ReportFigure figure:
                    Add(page, figure);
                    break;
            }
        }

        if (section.Facts.Count > 0)
        {
            page.Append("<details open><summary>Settings and provenance</summary><dl>\n");
            foreach (var (name, value) in section.Facts)
                page.Append(CultureInfo.InvariantCulture, $"<div><dt>{Escaped(name)}</dt><dd>{Escaped(value)}</dd></div>\n");
            page.Append("</dl></details>\n");
        }

        page.Append("</section>\n");
    }

    private static void Add(StringBuilder page, ReportTable table)
    {
        bool[] numeric = [.. table.Columns.Select((_, column) => table.Rows.Count > 0 && table.Rows.All(row => row[column].Length == 0 || char.IsAsciiDigit(row[column].TrimStart('-', '−', '+')[..1].FirstOrDefault(' '))))];
        string Class(int column) => numeric[column] ? " class=\"n\"" : "";
        page.Append(CultureInfo.InvariantCulture, $"<div class=\"wide\"><table><caption>{Escaped(table.Caption)}</caption><thead><tr>");
        for (var column = 0; column < table.Columns.Count; column++)
            page.Append(CultureInfo.InvariantCulture, $"<th{Class(column)}>{Escaped(table.Columns[column])}</th>");
        page.Append("</tr></thead><tbody>\n");
        foreach (var row in table.Rows)
        {
            page.Append("<tr>");
            for (var column = 0; column < row.Count; column++)
            {
                var verdict = column == table.Judgement ? $" class=\"verdict {Verdict(row[column])}\"" : Class(column);
                page.Append(CultureInfo.InvariantCulture, $"<td{verdict}>{Escaped(row[column])}</td>");
            }

            page.Append("</tr>\n");
        }

        page.Append("</tbody></table></div>\n");
    }

    private static string Verdict(string word) => word switch
    {
        "pass" => "pass",
        "FAIL" => "fail",
        _ => "open",
    };

    private static void Add(StringBuilder page, ReportFigure figure)
    {
        var picture = Convert.ToBase64String(Encoding.UTF8.GetBytes(figure.Svg));
        var zoom = figure.Data is null ? "" : " data-plot";
        page.Append(CultureInfo.InvariantCulture, $"<figure{zoom}><figcaption>{Escaped(figure.Title)}</figcaption><img alt=\"{Escaped(figure.Title)}\" src=\"data:image/svg+xml;base64,{picture}\">");
        if (figure.Data is { } data)
            page.Append(CultureInfo.InvariantCulture, $"<script type=\"application/json\">{data.ToJson()}</script>");
        page.Append("</figure>\n");
    }

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);

    private static string Resource(string name)
    {
        using var stream = typeof(ReportPage).Assembly.GetManifestResourceStream($"report.{name}")!;
        return new StreamReader(stream).ReadToEnd();
    }
}
