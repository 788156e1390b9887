using System.Text;

namespace DevicePhys.Notebooks.Display;

/// <summary>A table as text in columns.</summary>
internal static class TableText
{
    /// <summary>The text.</summary>
    public static string Of(TableView table)
    {
        int[] widths = [.. table.Headings.Select((heading, column) => table.Rows.Select(row => row[column].Length).Append(heading.Length).Max())];
        var text = new StringBuilder();
        Append(text, table, table.Headings, widths);
        foreach (var row in table.Rows)
            Append(text, table, row, widths);
        if (table.Rest is { } rest)
            text.Append('(').Append(rest).Append(")\n");
        return text.ToString(0, text.Length - 1);
    }

    private static void Append(StringBuilder text, TableView table, IReadOnlyList<string> cells, int[] widths)
    {
        var line = new StringBuilder();
        for (var column = 0; column < cells.Count; column++)
        {
            var cell = cells[column].ReplaceLineEndings(" ");
            line.Append(column > 0 ? "  " : "").Append(table.IsNumeric[column] ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
        }

        text.Append(line.ToString().TrimEnd()).Append('\n');
    }
}
