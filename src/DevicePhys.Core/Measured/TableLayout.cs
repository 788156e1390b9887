using DevicePhys.Errors;

namespace DevicePhys.Measured;

/// <summary>Where the table of a file lies and how its cells are set apart.</summary>
/// <param name="Delimiter">What stands between cells; a space for any run of white space.</param>
/// <param name="Heading">The index of the line of headings; -1 when there is none.</param>
/// <param name="Units">The index of a line of units below the headings; -1 when there is none.</param>
/// <param name="First">The index of the first row.</param>
/// <param name="Tagged">Whether headings and rows begin with a word of their own, such as DataName and DataValue of a B1500.</param>
internal sealed record TableLayout(char Delimiter, int Heading, int Units, int First, bool Tagged)
{
    public static TableLayout Of(string path, IReadOnlyList<string> lines)
    {
        TableLayout? best = null;
        var most = 0L;
        foreach (var delimiter in Cells.Delimiters)
        {
            var (layout, score) = Try(lines, delimiter);
            if (layout is not null && score > most)
                (best, most) = (layout, score);
        }

        return best ?? throw new DataFileException($"{path}: it holds no table, expected a line of headings such as 'V (V),I (uA)' and lines of numbers.");
    }

    // The longest run of rows of numbers is the table; more columns win over fewer, as a wrong delimiter joins columns or finds none.
    private static (TableLayout? Layout, long Score) Try(IReadOnlyList<string> lines, char delimiter)
    {
        var (bestStart, bestScore) = (-1, 0L);
        var (start, width, rows) = (-1, 0, 0);
        for (var at = 0; at <= lines.Count; at++)
        {
            var cells = at < lines.Count && !IsComment(lines[at]) ? Cells.Split(lines[at], delimiter) : [];
            var numbers = Cells.Numbers(cells);
            if (numbers > 0)
            {
                if (start < 0)
                    (start, width, rows) = (at, numbers, 0);
                rows++;
                width = Math.Max(width, numbers);
            }

            if ((numbers == 0 && at < lines.Count && lines[at].Trim().Length > 0) || at == lines.Count)
            {
                var score = start < 0 ? 0 : (long)rows * width * width;
                if (score > bestScore)
                    (bestStart, bestScore) = (start, score);
                start = -1;
            }
        }

        return bestStart < 0 ? (null, 0) : (Around(lines, delimiter, bestStart), bestScore);
    }

    private static TableLayout Around(IReadOnlyList<string> lines, char delimiter, int first)
    {
        var tagged = Cells.Split(lines[first], delimiter) is [var tag, ..] && tag == "DataValue";
        var above = Above(lines, first);
        var units = -1;
        if (above >= 0 && IsUnits(Cells.Split(lines[above], delimiter)) && Above(lines, above) is >= 0 and var higher && Cells.Split(lines[higher], delimiter).Length == Cells.Split(lines[above], delimiter).Length)
            (units, above) = (above, higher);
        var width = Cells.Split(lines[first], delimiter).Length;
        var heads = above >= 0 ? Cells.Split(lines[above].TrimStart('#', '%', '!', ' '), delimiter) : [];

        // With blanks as delimiter "V (V)  I (A)" has more words than columns; then the words in brackets belong to the one before.
        var heading = heads.Length >= width || (delimiter == ' ' && Headings(lines[above < 0 ? first : above], delimiter).Length == width) ? above : -1;
        return new(delimiter, heading, units, first, tagged);
    }

    /// <summary>The headings of a line.</summary>
    public static string[] Headings(string line, char delimiter)
    {
        var cells = Cells.Split(line.TrimStart('#', '%', '!', ' '), delimiter);
        if (delimiter != ' ')
            return cells;
        var joined = new List<string>();
        foreach (var cell in cells)
        {
            if (joined.Count > 0 && cell[0] is '(' or '[' && joined.Count > 0)
                joined[^1] += $" {cell}";
            else
                joined.Add(cell);
        }

        return [.. joined];
    }

    public static bool IsComment(string line) => line.TrimStart() is ['#' or '%' or '!', ..];

    private static int Above(IReadOnlyList<string> lines, int at)
    {
        for (at--; at >= 0; at--)
        {
            if (lines[at].Trim() == "---")
                return -1;
            if (lines[at].Trim().Length > 0)
                return at;
        }

        return -1;
    }

    private static bool IsUnits(string[] cells) =>
        cells.Any(cell => cell.Length > 0) && cells.All(cell => cell.Length == 0 || Measured.Heading.Of($"x [{cell.Trim('(', ')', '[', ']')}]") is { Unit: not null } or { Celsius: true });
}
