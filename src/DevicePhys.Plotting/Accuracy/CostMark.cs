namespace DevicePhys.Plotting;

/// <summary>What one effect costs: taken out of a device that has all effects, and put alone into one that has none.</summary>
/// <param name="Name">The effect.</param>
/// <param name="Gained">Accuracy gained without it, with its interval [points]; the place does not count.</param>
/// <param name="Lost">Accuracy lost to it alone, with its interval [points].</param>
public sealed record CostMark(string Name, BandPoint Gained, BandPoint Lost);
