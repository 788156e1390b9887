namespace DevicePhys.Plotting;

/// <summary>One series of a plot's data.</summary>
/// <param name="Name">Its name in the legend; empty when it has none there.</param>
/// <param name="Shape">How it is shown.</param>
/// <param name="Color">"#rrggbb", or "#rrggbbaa".</param>
/// <param name="Width">The width of a line, or the size of a mark [px].</param>
/// <param name="X">[Points].</param>
/// <param name="Y">[Points]; of a band or bars the lower ends.</param>
/// <param name="Upper">[Points]: the upper ends of a band or bars; null for others.</param>
public sealed record PlotSeries(
    string Name, PlotShape Shape, string Color, double Width, IReadOnlyList<double> X, IReadOnlyList<double> Y, IReadOnlyList<double>? Upper = null);
