namespace DevicePhys.Plotting;

/// <summary>Accuracy against a swept quantity.</summary>
/// <param name="Name">Its name in the legend; not shown when it is the only series.</param>
/// <param name="Points">Ascending in the swept quantity [its SI unit] (for a category: 0, 1, 2, ...): mean accuracy and confidence interval [%].</param>
public sealed record SweepSeries(string Name, IReadOnlyList<BandPoint> Points);
