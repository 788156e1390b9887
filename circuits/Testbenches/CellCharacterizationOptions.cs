namespace DevicePhys.Circuits.Testbenches;

/// <summary>How a bit cell is characterized.</summary>
public sealed record CellCharacterizationOptions
{
    /// <summary>The temperatures of the table, ascending [K]: 27, 55 and 85 °C.</summary>
    public IReadOnlyList<double> Temperatures { get; init; } = [300.15, 328.15, 358.15];

    /// <summary>
    /// Whether the bit line of a waiting dynamic cell lies all the time at the level that empties it (0 V against a stored 1, the supply against a 0),
    /// as under the worst traffic, instead of at rest, as in standby.
    /// </summary>
    public bool WorstLine { get; init; }

    /// <summary>The longest wait [s]: what lasts longer is said to last for ever.</summary>
    public double Longest { get; init; } = 1e6;
}
