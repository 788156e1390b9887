using DevicePhys.Errors;

namespace DevicePhys.Measured;

/// <summary>Reads tables that instruments, spreadsheets and people write.</summary>
/// <remarks>
/// Cells set apart by commas, tabs, semicolons or blanks; decimal points, whatever the culture of the machine; a preamble of any length before the
/// table, comment lines beginning with # % or !; headings with units, or none (the columns are then c1, c2, ...); empty cells, "nan" and the overflow
/// marks of instruments become NaN; a short row ends in NaN. Gzip is unpacked. Values come out in SI.
/// </remarks>
public static class MeasuredFile
{
    /// <summary>Loads the table of a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The table.</returns>
    /// <exception cref="DataFileException">The file cannot be read, or a line is wrong; the message names the line.</exception>
    public static MeasuredTable Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var lines = MeasuredLines.Read(path);
        var layout = TableLayout.Of(path, lines);
        var headings = Headings(path, lines, layout);
        var (rows, end) = Rows(path, lines, layout, headings?.Length);
        var width = headings?.Length ?? rows.Max(row => row.Cells.Length);
        headings ??= [.. Enumerable.Range(1, width).Select(column => new Heading($"c{column}", null))];
        MeasuredColumn[] columns = [.. Enumerable.Range(0, width).Select(column => Column(path, headings[column], rows, column))];
        var preamble = lines.Take(layout.Heading >= 0 ? layout.Heading : layout.First).Where(line => line.Trim() is not ("" or "---"));
        return new(path, layout.First + 1, [.. preamble], columns, [.. lines.Skip(end).Where(line => line.Trim().Length > 0)]);
    }

    private static Heading[]? Headings(string path, List<string> lines, TableLayout layout)
    {
        if (layout.Heading < 0)
            return null;
        var cells = TableLayout.Headings(lines[layout.Heading], layout.Delimiter);
        var units = layout.Units < 0 ? null : Cells.Split(lines[layout.Units], layout.Delimiter);
        if (layout.Tagged)
            cells = cells[1..];
        while (cells.Length > 1 && cells[^1].Length == 0)
            cells = cells[..^1];
        Heading[] headings = [.. cells.Select((cell, column) => cell.Length == 0 ? new Heading($"c{column + 1}", null)
            : Heading.Of(units is null || column >= units.Length || units[column].Length == 0 ? cell : $"{cell} [{units[column].Trim('(', ')', '[', ']')}]"))];
        return headings.GroupBy(h => h.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw new DataFileException($"{path}:{layout.Heading + 1}: there are {twice.Count()} columns '{twice.Key}', expected every heading once.")
            : headings;
    }

    private static (List<(int Line, string[] Cells)> Rows, int End) Rows(string path, List<string> lines, TableLayout layout, int? width)
    {
        var rows = new List<(int Line, string[] Cells)>();
        for (var at = layout.First; at < lines.Count; at++)
        {
            if (TableLayout.IsComment(lines[at]))
                continue;

            // After an empty line words may follow, a total or a remark; right below a row they are a mistake in it.
            if (lines[at].Trim().Length == 0)
            {
                var next = at + 1;
                while (next < lines.Count && lines[next].Trim().Length == 0)
                    next++;
                if (next < lines.Count && !TableLayout.IsComment(lines[next]) && Cells.Numbers(Cells.Split(lines[next], layout.Delimiter)) == 0)
                    return (rows, next);
                continue;
            }

            var cells = Cells.Split(lines[at], layout.Delimiter);
            if (layout.Tagged)
            {
                if (cells[0] != "DataValue")
                    throw new DataFileException($"{path}:{at + 1}: the line begins with '{Shown(cells[0])}', expected 'DataValue' as in the rows above.");
                cells = cells[1..];
            }

            while (cells.Length > 1 && width is { } most && cells.Length > most && cells[^1].Length == 0)
                cells = cells[..^1];
            if (width is { } expected && cells.Length > expected)
                throw new DataFileException($"{path}:{at + 1}: the row has {cells.Length} cells, expected {expected} as in the headings.");
            rows.Add((at + 1, cells));
        }

        return (rows, lines.Count);
    }

    private static MeasuredColumn Column(string path, Heading heading, List<(int Line, string[] Cells)> rows, int column)
    {
        var values = new double[rows.Count];
        var (numbers, wrong) = (0, -1);
        for (var row = 0; row < values.Length; row++)
        {
            var cell = column < rows[row].Cells.Length ? rows[row].Cells[column] : "";
            if (MeasuredNumber.TryParse(cell, out var value))
            {
                values[row] = heading.ToSi(value);
                numbers += double.IsNaN(value) ? 0 : 1;
            }
            else if (wrong < 0)
            {
                wrong = row;
            }
        }

        if (wrong < 0)
            return new(heading.Name, heading.Coherent, values, []);

        // A column of words is text; a word among numbers is a mistake.
        return numbers == 0 || heading is { Unit: null, Celsius: false } && numbers < 0.5 * rows.Count
            ? new(heading.Name, "", [], [.. rows.Select(row => column < row.Cells.Length ? row.Cells[column].Trim('"') : "")])
            : throw new DataFileException($"{path}:{rows[wrong].Line}: '{Shown(rows[wrong].Cells[column])}' in column '{heading.Name}' is not a number, expected one{Hint(rows[wrong].Cells[column])}.");
    }

    private static string Hint(string cell) => cell.Contains(',') && MeasuredNumber.Is(cell.Replace(',', '.')) ? " with a decimal point" : "";

    private static string Shown(string cell) => cell.Length <= 40 ? cell : $"{cell[..40]}...";
}
