using DevicePhys.Errors;
using DevicePhys.Measured;

namespace DevicePhys.Cli.Fitting;

/// <summary>The points that a law is fitted to, from a file of lines with words and then numbers.</summary>
internal static class SeriesPoints
{
    private const int MostNamed = 5;

    /// <summary>Reads them.</summary>
    /// <param name="path">The file.</param>
    /// <param name="label">What the words of a line begin with.</param>
    /// <param name="of">What of the lines is meant.</param>
    /// <returns>Numbers from 1, and the values.</returns>
    /// <exception cref="DataFileException">No line, or not the one line that is needed, begins so.</exception>
    public static (double[] X, double[] Y) Load(string path, string label, SeriesValue of)
    {
        var all = LabelledSeries.Load(path);
        LabelledSeries[] lines = [.. all.Where(line => line.Label.StartsWith(label, StringComparison.OrdinalIgnoreCase))];
        if (lines.Length == 0)
            throw new DataFileException($"{path}: no line begins with '{label}', expected one of {string.Join(", ", all.Select(line => $"'{line.Label}'").Distinct().Take(MostNamed))}.");
        if (of == SeriesValue.Values && lines.Length > 1)
            throw new DataFileException($"{path}: {lines.Length} lines begin with '{label}', expected one, or --of count, first or last.");
        double[] values = of switch
        {
            SeriesValue.Count => [.. lines.Select(line => (double)line.Values.Length)],
            SeriesValue.First => [.. lines.Select(line => line.Values[0])],
            SeriesValue.Last => [.. lines.Select(line => line.Values[^1])],
            _ => lines[0].Values,
        };
        int[] known = [.. Enumerable.Range(0, values.Length).Where(i => double.IsFinite(values[i]))];
        return ([.. known.Select(i => i + 1.0)], [.. known.Select(i => values[i])]);
    }
}
