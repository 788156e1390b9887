namespace DevicePhys.Plotting;

/// <summary>The path of one particle along a track.</summary>
/// <param name="Times">[Points], [s].</param>
/// <param name="X">[Points], [m]: along the track.</param>
/// <param name="Y">[Points], [m]: across it, from the middle.</param>
/// <param name="IsThere">Whether it is still on the track at the end.</param>
public sealed record TrackLine(IReadOnlyList<double> Times, IReadOnlyList<double> X, IReadOnlyList<double> Y, bool IsThere);
