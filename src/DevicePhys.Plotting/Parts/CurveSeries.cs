namespace DevicePhys.Plotting;

/// <summary>One line of a picture.</summary>
/// <param name="Name">What it is, for the legend.</param>
/// <param name="X">[Points], in the SI unit of the horizontal axis.</param>
/// <param name="Y">[Points], in the SI unit of the vertical axis.</param>
public sealed record CurveSeries(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y);
