namespace DevicePhys.Variability;

/// <summary>A share of a variance, and how well it is known.</summary>
/// <param name="Value">The estimate; noise may make it leave 0 to 1.</param>
/// <param name="Low">The lower end of the 95 % interval.</param>
/// <param name="High">The upper end.</param>
public readonly record struct SobolIndex(double Value, double Low, double High);
