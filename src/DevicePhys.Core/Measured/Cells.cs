namespace DevicePhys.Measured;

/// <summary>Splits lines into cells.</summary>
internal static class Cells
{
    /// <summary>The delimiters a table may use, in the order they are preferred; a space stands for any run of spaces and tabs.</summary>
    public static ReadOnlySpan<char> Delimiters => [',', '\t', ';', ' '];

    public static string[] Split(string line, char delimiter)
    {
        if (delimiter == ' ')
            return line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (!line.Contains('"'))
            return line.Split(delimiter, StringSplitOptions.TrimEntries);
        var cells = new List<string>();
        var (start, quoted) = (0, false);
        for (var at = 0; at <= line.Length; at++)
        {
            if (at < line.Length && line[at] == '"')
                quoted = !quoted;
            if (at == line.Length || (line[at] == delimiter && !quoted))
            {
                cells.Add(line[start..at].Trim());
                start = at + 1;
            }
        }

        return [.. cells];
    }

    /// <summary>How many cells hold a number, an empty cell or a mark of overflow among them; 0 when none is a finite number.</summary>
    public static int Numbers(ReadOnlySpan<string> cells)
    {
        var (finite, numbers) = (false, 0);
        foreach (var cell in cells)
        {
            if (cell.Length == 0 || !MeasuredNumber.TryParse(cell, out var value))
                continue;
            numbers++;
            finite |= !double.IsNaN(value);
        }

        return finite ? numbers : 0;
    }
}
