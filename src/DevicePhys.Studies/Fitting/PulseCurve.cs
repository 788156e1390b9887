using DevicePhys.Errors;
using DevicePhys.Measured;

namespace DevicePhys.Studies.Fitting;

/// <summary>Conductance after each of a train of equal pulses, as measured.</summary>
/// <param name="Name">The file and column.</param>
/// <param name="Pulses">The number of pulses before each read, from 0.</param>
/// <param name="Conductances">[Pulses] [S].</param>
public sealed record PulseCurve(string Name, double[] Pulses, double[] Conductances)
{
    private const int Fewest = 4;

    /// <summary>Whether the conductance grows along the curve.</summary>
    public bool Rises => Conductances[^1] > Conductances[0];

    /// <summary>The curve read from its low end, as a function of the pulses that still separate it from there.</summary>
    public PulseCurve FromLowEnd()
    {
        if (Rises)
            return this;
        var last = Pulses[^1];
        return this with { Pulses = [.. Pulses.Reverse().Select(p => last - p)], Conductances = [.. Conductances.Reverse()] };
    }

    /// <summary>The curves of a table: one for every column of conductances, or of currents at a read voltage.</summary>
    /// <param name="table">A column of pulse numbers is optional; without one a row is a pulse.</param>
    /// <param name="readVoltage">The read voltage when the columns are currents [V]; null when they are conductances.</param>
    /// <exception cref="DataFileException">No column holds at least four reads.</exception>
    public static IReadOnlyList<PulseCurve> Of(MeasuredTable table, double? readVoltage)
    {
        ArgumentNullException.ThrowIfNull(table);
        var pulse = table.Find(MeasuredQuantity.Pulse);
        var curves = new List<PulseCurve>();
        foreach (var column in table.Columns.Where(c => c.IsNumeric && c != pulse))
        {
            var (pulses, conductances) = (new List<double>(), new List<double>());
            for (var row = 0; row < table.Rows; row++)
            {
                // A ramp that is shorter than its neighbours ends in empty or zero cells.
                if (column.Values[row] is var value && double.IsFinite(value) && value != 0 && (pulse is null || double.IsFinite(pulse.Values[row])))
                {
                    pulses.Add(pulse?.Values[row] ?? row);
                    conductances.Add(value / (readVoltage ?? 1));
                }
            }

            var first = pulses.Count > 0 ? pulses[0] : 0;
            if (pulses.Count >= Fewest)
                curves.Add(new($"{Path.GetFileName(table.Path)}:{column.Name}", [.. pulses.Select(p => p - first)], [.. conductances]));
        }

        return curves.Count > 0 ? curves : throw new DataFileException($"{table.Path}: no column holds {Fewest} reads, expected conductances (or currents and a read voltage) after each pulse.");
    }
}
