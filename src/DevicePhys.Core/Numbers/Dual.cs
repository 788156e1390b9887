namespace DevicePhys.Numbers;

/// <summary>The reading with slopes: a double and its derivatives.</summary>
public readonly struct Dual;
