namespace DevicePhys.Plotting;

/// <summary>How one programmed level was kept, by one or many devices.</summary>
/// <param name="Name">What it is, such as "LRS" or "level 3".</param>
/// <param name="Times">[Times] [s], ascending; 0 and less have no place on a logarithmic axis and are left out.</param>
/// <param name="Traces">[Devices × Times], in the unit of the axis.</param>
/// <param name="Law">A law drawn through them and on to the horizon, from a time [s] to a value; null for none.</param>
public sealed record RetentionLevel(string Name, IReadOnlyList<double> Times, IReadOnlyList<IReadOnlyList<double>> Traces, Func<double, double>? Law = null);
