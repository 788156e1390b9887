namespace DevicePhys.Plotting;

/// <summary>One measured curve and the model fitted to it, in the units of the axes.</summary>
/// <param name="Name">What it is, such as "LTP".</param>
/// <param name="X">[Points].</param>
/// <param name="Measured">[Points].</param>
/// <param name="Model">[Points].</param>
/// <param name="HalfWidth">[Points]: half the width of the 95 % band of the model; null where none is known.</param>
public sealed record FitSeries(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Measured, IReadOnlyList<double> Model, IReadOnlyList<double>? HalfWidth = null);
