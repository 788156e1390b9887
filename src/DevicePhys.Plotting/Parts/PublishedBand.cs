namespace DevicePhys.Plotting;

/// <summary>A range of published values to compare with.</summary>
/// <param name="Label">A short label, such as "published: 89–90 %".</param>
/// <param name="Lower">Its lower end, in the unit of the axis.</param>
/// <param name="Upper">Its upper end.</param>
public sealed record PublishedBand(string Label, double Lower, double Upper);
