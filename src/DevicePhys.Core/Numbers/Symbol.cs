namespace DevicePhys.Numbers;

/// <summary>The symbolic reading: an expression tree.</summary>
public readonly struct Symbol;
