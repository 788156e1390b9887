using System.Net;
using System.Text;

namespace DevicePhys.Notebooks.Display;

/// <summary>A table as HTML that looks right on a light page and on a dark one.</summary>
internal static class TableHtml
{
    /// <summary>The text.</summary>
    public static string Of(TableView table)
    {
        var html = new StringBuilder("<table>\n<thead><tr>");
        for (var column = 0; column < table.Headings.Count; column++)
            html.Append("<th").Append(Side(table, column)).Append('>').Append(WebUtility.HtmlEncode(table.Headings[column])).Append("</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            for (var column = 0; column < row.Length; column++)
                html.Append("<td").Append(Side(table, column)).Append('>').Append(WebUtility.HtmlEncode(row[column])).Append("</td>");
            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>");
        return table.Rest is { } rest ? html.Append("\n<p>").Append(rest).Append("</p>").ToString() : html.ToString();
    }

    private static string Side(TableView table, int column) => table.IsNumeric[column] ? " style=\"text-align:right\"" : " style=\"text-align:left\"";
}
