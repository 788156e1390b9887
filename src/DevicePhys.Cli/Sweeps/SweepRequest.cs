namespace DevicePhys.Cli.Sweeps;

/// <summary>What the command line asks of a bench; null where it says nothing.</summary>
/// <param name="Voltage">The end of a voltage sweep, or the supply [V].</param>
/// <param name="Current">The end of a current sweep [A].</param>
/// <param name="Compliance">The compliance [A or V].</param>
/// <param name="Period">The length of a triangle [s].</param>
/// <param name="Time">How long to wait [s].</param>
/// <param name="Temperature">The temperature [K].</param>
/// <param name="Pulses">Pulses of each kind.</param>
/// <param name="Traces">Traces.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Engine">The circuit engine.</param>
internal sealed record SweepRequest(
    double? Voltage, double? Current, (double Value, string Unit)? Compliance, double? Period, double? Time, double? Temperature, int Pulses, int Traces, ulong Seed, string Engine)
{
    /// <summary>Where states start, by name.</summary>
    public IReadOnlyDictionary<string, double> Start { get; init; } = new Dictionary<string, double>();
}
