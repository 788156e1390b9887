namespace DevicePhys.Arrays.Nonidealities;

/// <summary>What programming took.</summary>
/// <param name="Pulses">Pulses given.</param>
/// <param name="Missed">Devices that are not within the tolerance.</param>
public readonly record struct ProgrammingCount(long Pulses, long Missed);
