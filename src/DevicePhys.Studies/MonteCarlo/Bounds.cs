namespace DevicePhys.Studies.MonteCarlo;

/// <summary>The two ends of an interval.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
public readonly record struct Bounds(double Low, double High);
