using DevicePhys.Errors;

namespace DevicePhys.Measured;

/// <summary>A line of numbers that begins with words, as some programs write one trace a line.</summary>
/// <param name="Label">The words, joined by commas.</param>
/// <param name="Values">The numbers.</param>
public sealed record LabelledSeries(string Label, double[] Values)
{
    /// <summary>Loads every line that holds words and then numbers.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The lines, in order; those of words alone are left out.</returns>
    /// <exception cref="DataFileException">The file cannot be read, a word stands among the numbers, or no line holds numbers.</exception>
    public static IReadOnlyList<LabelledSeries> Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var lines = MeasuredLines.Read(path);
        var series = new List<LabelledSeries>();
        for (var at = 0; at < lines.Count; at++)
        {
            var cells = Cells.Split(lines[at], ',');
            while (cells.Length > 0 && cells[^1].Length == 0)
                cells = cells[..^1];
            var first = cells.Length;
            while (first > 0 && MeasuredNumber.Is(cells[first - 1]))
                first--;
            if (first == cells.Length)
            {
                // A wrong last cell must not turn a trace into a title.
                if (cells.Count(cell => MeasuredNumber.Is(cell)) > cells.Length / 2)
                    throw new DataFileException($"{path}:{at + 1}: '{cells[^1]}' is not a number, expected one.");
                continue;
            }


            if (cells[..first].Count(cell => MeasuredNumber.Is(cell)) > 2)
                throw new DataFileException($"{path}:{at + 1}: '{cells[first - 1]}' is not a number, expected one.");
            series.Add(new(string.Join(',', cells[..first]), [.. cells[first..].Select(cell => MeasuredNumber.TryParse(cell, out var value) ? value : double.NaN)]));
        }

        return series.Count > 0 ? series : throw new DataFileException($"{path}: no line holds numbers, expected words and then numbers on each line.");
    }
}
