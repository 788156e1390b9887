namespace DevicePhys.Studies.Data.Handwriting;

/// <summary>A point that a pen stroke passes through.</summary>
/// <param name="X">To the right, in hundredths of a digit's height.</param>
/// <param name="Y">Downwards, in hundredths of a digit's height.</param>
/// <param name="IsCorner">Whether the pen turns sharply here instead of smoothly.</param>
internal readonly record struct Knot(double X, double Y, bool IsCorner);
