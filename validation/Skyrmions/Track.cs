using DevicePhys.Cards;
using DevicePhys.Devices;
using DevicePhys.Devices.Skyrmions;
using DevicePhys.Numbers;

namespace DevicePhys.Validation.Skyrmions;

/// <summary>The shipped skyrmion track, with changes.</summary>
internal static class Track
{
    /// <summary>The card with some values changed.</summary>
    public static Card Card(params (string Parameter, double Value)[] changes) =>
        changes.Aggregate(DeviceCatalog.Default.Card("SkyrmionTrack.GdFeCo"), (card, change) => card.With(change.Parameter, change.Value));

    /// <summary>The model of such a card.</summary>
    public static SkyrmionTrack<Real> Of(params (string Parameter, double Value)[] changes) =>
        (SkyrmionTrack<Real>)DeviceCatalog.Default.Create<Real>(Card(changes));

    /// <summary>Speed [m/s] and deflection [deg] under a current density, without pins and edges.</summary>
    public static (double Speed, double Deflection) Free(SkyrmionTrack<Real> track, double density, double temperature)
    {
        var (x, y) = track.Motion.Velocity(temperature, track.Motion.Drive(density), 0);
        return (Math.Sqrt(x.Value * x.Value + y.Value * y.Value), Math.Atan2(y.Value, x.Value) * 180 / Math.PI);
    }
}
