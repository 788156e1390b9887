using System.Globalization;
using DevicePhys.Errors;

namespace DevicePhys.Studies.Measured;

/// <summary>Measured pulse responses from a CSV file.</summary>
/// <remarks>
/// One column for each run, a row for each pulse. A first column headed "pulse", or without header a first column that counts 0, 1, 2, ... or 1, 2, 3, ...
/// before others, is the number of pulses; otherwise rows are counted from 0. A header that ends in a unit (S, mS, uS, nS, pS; or A, mA, uA, nA for read
/// currents) sets it; without one the values are siemens. Empty or 0 cells end a run. Lines that start with # are comments.
/// </remarks>
public static class PulseCurveFile
{
    private const string Expected = "expected a column of conductances [S] for each run, with an optional first column 'pulse'";

    private static readonly (string Unit, double Scale, bool Current)[] Units =
    [
        ("pS", 1e-12, false), ("nS", 1e-9, false), ("uS", 1e-6, false), ("mS", 1e-3, false), ("S", 1, false),
        ("pA", 1e-12, true), ("nA", 1e-9, true), ("uA", 1e-6, true), ("mA", 1e-3, true), ("A", 1, true),
    ];

    /// <summary>Reads the runs of one polarity.</summary>
    /// <param name="path">The file.</param>
    /// <param name="readVoltage">Divides read currents [V]; 0 when the file holds conductances.</param>
    /// <returns>The runs, at least one, each with at least four points.</returns>
    /// <exception cref="DataFileException">The file cannot be read, or does not hold what is expected.</exception>
    public static IReadOnlyList<PulseCurve> Load(string path, double readVoltage = 0)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException($"{path}: the file cannot be read, {Expected}.", exception);
        }

        var rows = lines.Select((text, line) => (Words: text.Trim('\uFEFF').Split([',', ';', '\t'], StringSplitOptions.TrimEntries), Line: line + 1))
            .Where(row => row.Words.Any(word => word.Length > 0) && !row.Words[0].StartsWith('#')).ToList();
        if (rows.Count < 2)
        {
            throw new DataFileException($"{path}: it has {rows.Count} rows, {Expected}.");
        }

        var header = rows[0].Words.All(word => Number(word) is null) ? rows[0].Words : null;
        var body = rows.Skip(header is null ? 0 : 1).ToList();
        var counted = HasPulses(header, body);
        var runs = new List<PulseCurve>();
        for (var column = counted ? 1 : 0; column < body[0].Words.Length; column++)
        {
            runs.Add(Run(path, header, body, counted, column, readVoltage));
        }

        return runs.Count > 0 ? runs : throw new DataFileException($"{path}: it has no column beside the pulses, {Expected}.");
    }

    private static PulseCurve Run(
        string path, string[]? header, List<(string[] Words, int Line)> body, bool counted, int column, double readVoltage)
    {
        var scale = Scale(path, header is not null && column < header.Length ? header[column] : "", readVoltage);
        var (pulses, values) = (new List<double>(), new List<double>());
        foreach (var (words, line) in body)
        {
            if (column >= words.Length || words[column].Length == 0 || Number(words[column]) == 0)
            {
                break;
            }

            var value = Number(words[column]) ?? throw new DataFileException($"{path}: line {line}: '{words[column]}' is not a number, {Expected}.");
            var pulse = !counted ? pulses.Count
                : Number(words[0]) ?? throw new DataFileException($"{path}: line {line}: '{words[0]}' is not a number of pulses, {Expected}.");
            if (!(value > 0))
            {
                throw new DataFileException(string.Create(CultureInfo.InvariantCulture, $"{path}: line {line}: the conductance {value} is not above 0, {Expected}."));
            }

            if (pulses.Count > 0 && pulse < pulses[^1])
            {
                throw new DataFileException(string.Create(CultureInfo.InvariantCulture, $"{path}: line {line}: pulse {pulse} comes after pulse {pulses[^1]}, expected pulses in ascending order."));
            }

            pulses.Add(pulse);
            values.Add(value * scale);
        }

        return values.Count >= 4
            ? new PulseCurve(pulses, values)
            : throw new DataFileException($"{path}: column {column + 1} has {values.Count} points, expected at least 4.");
    }

    private static double Scale(string path, string header, double readVoltage)
    {
        var words = header.Split([' ', '_', '(', ')', '[', ']', '/'], StringSplitOptions.RemoveEmptyEntries);
        var unit = words.Length == 0 ? null : Units.Cast<(string Unit, double Scale, bool Current)?>().FirstOrDefault(unit => unit!.Value.Unit == words[^1].Replace('µ', 'u'));
        var current = unit?.Current ?? readVoltage > 0;
        if (current && !(readVoltage > 0))
        {
            throw new DataFileException($"{path}: column '{header}' holds currents, expected a read voltage to make conductances of them.");
        }

        return (unit?.Scale ?? 1) / (current ? readVoltage : 1);
    }

    private static bool HasPulses(string[]? header, List<(string[] Words, int Line)> body)
    {
        if (header is not null)
        {
            return header[0].StartsWith("pulse", StringComparison.OrdinalIgnoreCase) || header[0] is "n" or "N" or "#";
        }

        var first = Number(body[0].Words[0]);
        return body[0].Words.Length > 1 && first is 0 or 1 && body.Select((row, k) => Number(row.Words[0]) == first + k).All(fits => fits);
    }

    private static double? Number(string word) =>
        double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;
}
