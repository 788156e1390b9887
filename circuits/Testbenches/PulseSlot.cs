namespace DevicePhys.Circuits.Testbenches;

/// <summary>What a device sees in one pulse slot, as solved by a circuit: the pulse and the idle time up to the next one.</summary>
/// <param name="Breaks">
/// Times in ascending order, from the start of the slot to its end [s]; voltage and states are smooth between neighbours (a corner of the
/// pulse, and every sample of a linearly interpolated trace, is a break).
/// </param>
/// <param name="Voltage">Voltage across the device against time [V].</param>
/// <param name="States">Every differential state of the device against time, by name.</param>
public sealed record PulseSlot(
    IReadOnlyList<double> Breaks,
    Func<double, double> Voltage,
    IReadOnlyDictionary<string, Func<double, double>> States);
