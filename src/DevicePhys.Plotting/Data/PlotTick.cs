namespace DevicePhys.Plotting;

/// <summary>A labelled place of an axis.</summary>
/// <param name="At">The place.</param>
/// <param name="Label">The label.</param>
public sealed record PlotTick(double At, string Label);
