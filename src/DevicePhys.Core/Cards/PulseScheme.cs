namespace DevicePhys.Cards;

/// <summary>How a synapse is written and read.</summary>
/// <param name="Potentiation">The pulse that raises the conductance.</param>
/// <param name="Depression">The pulse that lowers it.</param>
/// <param name="DriverResistance">Series resistance of the pulse source [Ohm], at least 0.</param>
/// <param name="LineCapacitance">Capacitance of the line to ground [F], at least 0.</param>
/// <param name="ReadVoltage">Read voltage [V], not 0.</param>
/// <param name="ReadBandwidth">Bandwidth of a read, which sets its thermal noise [Hz], above 0.</param>
public sealed record PulseScheme(
    Pulse Potentiation,
    Pulse Depression,
    double DriverResistance,
    double LineCapacitance,
    double ReadVoltage,
    double ReadBandwidth)
{
    /// <summary>Where the numbers come from: a paper, table or figure.</summary>
    public string Source { get; init; } = "set in code";

    /// <summary>How well they are known.</summary>
    public ParameterStatus Status { get; init; } = ParameterStatus.Reconstructed;

    internal string? Flaw =>
        Potentiation.Flaw is { } potentiation ? $"potentiation: {potentiation}"
        : Depression.Flaw is { } depression ? $"depression: {depression}"
        : !(DriverResistance >= 0 && double.IsFinite(DriverResistance)) ? "the driver resistance should be finite and at least 0"
        : !(LineCapacitance >= 0 && double.IsFinite(LineCapacitance)) ? "the line capacitance should be finite and at least 0"
        : !(double.IsFinite(ReadVoltage) && ReadVoltage != 0) ? "the read voltage should be finite and not 0"
        : !(ReadBandwidth > 0 && double.IsFinite(ReadBandwidth)) ? "the read bandwidth should be finite and above 0"
        : null;
}
