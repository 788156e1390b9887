namespace DevicePhys.Devices.Skyrmions.Tracks;

/// <summary>A place on the track.</summary>
/// <param name="X">Along the track from the notch [m].</param>
/// <param name="Y">Across it from the middle [m].</param>
public readonly record struct TrackPoint(double X, double Y);
