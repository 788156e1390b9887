using DevicePhys.Errors;
using DevicePhys.Measured;

namespace DevicePhys.Studies.Fitting;

/// <summary>A voltage and the current it drove, over time.</summary>
/// <param name="Name">The file.</param>
/// <param name="Times">[s], ascending.</param>
/// <param name="Voltages">[Times] [V].</param>
/// <param name="Currents">[Times] [A].</param>
public sealed record Sweep(string Name, double[] Times, double[] Voltages, double[] Currents)
{
    private const int Fewest = 8;

    /// <summary>The sweep as seen with the terminals swapped.</summary>
    public Sweep Reversed() => this with { Voltages = [.. Voltages.Select(v => -v)], Currents = [.. Currents.Select(i => -i)] };

    /// <summary>Reads the sweep of a table.</summary>
    /// <param name="table">Columns of voltage and current, and of time unless its length is given.</param>
    /// <param name="duration">How long the sweep took when the table has no time, equal times between samples [s].</param>
    /// <param name="rate">How fast the voltage moved when the table has no time and no duration is given [V/s].</param>
    /// <exception cref="DataFileException">A column is missing, or there are fewer than eight samples.</exception>
    public static Sweep Of(MeasuredTable table, double? duration, double? rate)
    {
        ArgumentNullException.ThrowIfNull(table);
        var (voltage, current) = (table.Column(MeasuredQuantity.Voltage).Values, table.Column(MeasuredQuantity.Current).Values);
        int[] rows = [.. Enumerable.Range(0, table.Rows).Where(row => double.IsFinite(voltage[row]) && double.IsFinite(current[row]))];
        if (rows.Length < Fewest)
            throw new DataFileException($"{table.Path}: it has {rows.Length} samples with a voltage and a current, expected at least {Fewest}.");
        var times = Clock(table, rows, voltage, duration, rate);
        return new(Path.GetFileName(table.Path), times, [.. rows.Select(row => voltage[row])], [.. rows.Select(row => current[row])]);
    }

    private static double[] Clock(MeasuredTable table, int[] rows, double[] voltage, double? duration, double? rate)
    {
        if (duration is { } length)
            return [.. rows.Select((_, at) => length * at / (rows.Length - 1))];
        if (rate is { } slope)
        {
            var times = new double[rows.Length];
            for (var at = 1; at < times.Length; at++)
                times[at] = times[at - 1] + (Math.Abs(voltage[rows[at]] - voltage[rows[at - 1]]) / slope);
            return times;
        }

        if (table.Find(MeasuredQuantity.Time) is not { } time)
            throw new DataFileException($"{table.Path}: there is no column for the time, expected one, or the duration or the rate of the sweep.");
        double[] measured = [.. rows.Select(row => time.Values[row] - time.Values[rows[0]])];
        for (var at = 1; at < measured.Length; at++)
        {
            if (!(measured[at] >= measured[at - 1]))
                throw new DataFileException($"{table.Path}:{table.Line + rows[at]}: the time goes back, expected ascending times.");
        }

        return measured;
    }
}
