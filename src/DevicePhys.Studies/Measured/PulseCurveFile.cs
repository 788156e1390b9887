using System.Globalization;
using DevicePhys.Errors;
using DevicePhys.Measured;

namespace DevicePhys.Studies.Measured;

/// <summary>Measured pulse responses from a table as <see cref="MeasuredFile"/> reads it.</summary>
/// <remarks>
/// One column for each run, a row for each pulse. A first column with a name for pulses or one that begins so, or without heading a first column that counts 0, 1, 2, ... or
/// 1, 2, 3, ... before others, is the number of pulses; otherwise rows are counted from 0. A unit in the heading says whether a column holds conductances
/// or read currents; without one it holds conductances, or currents [A] when a read voltage is given. An empty or 0 cell ends a run.
/// </remarks>
public static class PulseCurveFile
{
    private const string Expected = "expected a column of conductances [S] for each run, with an optional first column 'pulse'";

    /// <summary>Reads the runs of one polarity.</summary>
    /// <param name="path">The file.</param>
    /// <param name="readVoltage">Divides read currents [V]; 0 when the file holds conductances.</param>
    /// <returns>The runs, at least one, each with at least four points.</returns>
    /// <exception cref="DataFileException">The file cannot be read, or does not hold what is expected.</exception>
    public static IReadOnlyList<PulseCurve> Load(string path, double readVoltage = 0)
    {
        var table = MeasuredFile.Load(path);
        var first = table.Columns[0];
        var named = first == table.Find(MeasuredQuantity.Pulse) || first.Name.StartsWith("pulse", StringComparison.OrdinalIgnoreCase);
        var pulses = first.IsNumeric && (named || (table.Columns.Count > 1 && first.Name == "c1" && Counts(first.Values))) ? first.Values : null;
        PulseCurve[] runs = [.. table.Columns.Skip(pulses is null ? 0 : 1).Select(column => Run(path, column, pulses, readVoltage))];
        return runs.Length > 0 ? runs : throw new DataFileException($"{path}: it has no column beside the pulses, {Expected}.");
    }

    private static PulseCurve Run(string path, MeasuredColumn column, double[]? counted, double readVoltage)
    {
        if (!column.IsNumeric)
        {
            throw new DataFileException($"{path}: column '{column.Name}' holds text, {Expected}.");
        }

        var scale = Scale(path, column, readVoltage);
        var (pulses, values) = (new List<double>(), new List<double>());
        for (var row = 0; row < column.Values.Length && !double.IsNaN(column.Values[row]) && column.Values[row] != 0; row++)
        {
            var (value, pulse) = (column.Values[row], counted?[row] ?? row);
            if (!(value > 0))
            {
                throw new DataFileException(string.Create(CultureInfo.InvariantCulture, $"{path}: column '{column.Name}', row {row + 1}: the value {value} is not above 0, {Expected}."));
            }

            if (!(pulses.Count == 0 || pulse >= pulses[^1]))
            {
                throw new DataFileException(string.Create(CultureInfo.InvariantCulture, $"{path}: row {row + 1}: pulse {pulse} comes after pulse {pulses[^1]}, expected pulses in ascending order."));
            }

            pulses.Add(pulse);
            values.Add(value * scale);
        }

        return values.Count >= 4
            ? new PulseCurve(pulses, values)
            : throw new DataFileException($"{path}: column '{column.Name}' has {values.Count} points, expected at least 4.");
    }

    private static double Scale(string path, MeasuredColumn column, double readVoltage)
    {
        var current = column.Unit switch
        {
            "A" => true,
            "S" => false,
            "" => readVoltage > 0,
            _ => throw new DataFileException($"{path}: column '{column.Name}' is in {column.Unit}, expected S or A."),
        };
        return !current ? 1
            : readVoltage > 0 ? 1 / readVoltage
            : throw new DataFileException($"{path}: column '{column.Name}' holds currents, expected a read voltage to make conductances of them.");
    }

    private static bool Counts(double[] values) =>
        values[0] is 0 or 1 && values.Select((value, row) => value == values[0] + row).All(fits => fits);
}
