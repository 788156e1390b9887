namespace DevicePhys.Plotting;

/// <summary>The energy of one machine, published, computed or both.</summary>
/// <param name="Name">The machine.</param>
/// <param name="Published">[J]; null for none.</param>
/// <param name="Computed">[J]; null for none.</param>
public sealed record EnergyMark(string Name, double? Published, double? Computed);
