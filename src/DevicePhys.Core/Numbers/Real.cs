namespace DevicePhys.Numbers;

/// <summary>The plain reading: a double.</summary>
public readonly struct Real;
