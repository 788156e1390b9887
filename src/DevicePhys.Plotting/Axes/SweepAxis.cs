namespace DevicePhys.Plotting;

/// <summary>The axis of a sweep.</summary>
/// <param name="Quantity">What is swept.</param>
/// <param name="Scale">How it is laid out.</param>
/// <param name="Default">The value that runs use unless told otherwise, marked in the picture; null when none of them is.</param>
/// <param name="Categories">The labels of a category axis; null for the other two.</param>
public sealed record SweepAxis(AxisQuantity Quantity, SweepScale Scale, double? Default = null, IReadOnlyList<string>? Categories = null);
