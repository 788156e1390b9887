namespace DevicePhys.Plotting;

/// <summary>One axis of a plot's data.</summary>
/// <param name="Title">The title, with its unit.</param>
/// <param name="Logarithmic">Whether it is logarithmic.</param>
/// <param name="Minimum">Where it begins.</param>
/// <param name="Maximum">Where it ends.</param>
/// <param name="Ticks">Places and labels of an axis that has its own, such as probabilities or categories; null for plain numbers.</param>
public sealed record PlotAxis(string Title, bool Logarithmic, double Minimum, double Maximum, IReadOnlyList<PlotTick>? Ticks = null);
