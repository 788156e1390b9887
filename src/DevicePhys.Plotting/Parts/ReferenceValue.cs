namespace DevicePhys.Plotting;

/// <summary>A published value to compare with.</summary>
/// <param name="Label">A short label, such as "device 89 %".</param>
/// <param name="Value">The value, in the unit of the axis.</param>
public readonly record struct ReferenceValue(string Label, double Value);
