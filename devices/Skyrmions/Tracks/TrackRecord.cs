namespace DevicePhys.Devices.Skyrmions.Tracks;

/// <summary>What happened on a track.</summary>
/// <param name="Times">[Samples], [s].</param>
/// <param name="Counts">[Samples]: skyrmions on the track.</param>
/// <param name="Densities">[Samples], [A/m²]: current density in the heavy metal.</param>
/// <param name="Temperatures">[Samples], [K].</param>
/// <param name="Paths">[Skyrmions]: every skyrmion that was ever there.</param>
/// <param name="Pins">[Pins]: where the pins are.</param>
public sealed record TrackRecord(
    IReadOnlyList<double> Times,
    IReadOnlyList<int> Counts,
    IReadOnlyList<double> Densities,
    IReadOnlyList<double> Temperatures,
    IReadOnlyList<SkyrmionPath> Paths,
    IReadOnlyList<TrackPoint> Pins);
