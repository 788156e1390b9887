using DevicePhys.Numbers;

namespace DevicePhys.Devices.Skyrmions.Tracks;

/// <summary>The forces on skyrmions among each other, from pins and from the borders of a track.</summary>
/// <remarks>
/// Pair: −∇ U0 exp(−r/λ). Pins: −∇ of Gaussian wells. Edges and the closed end at x = TrackLength: mirror skyrmions at twice the distance, as in
/// <see cref="SkyrmionTrack{T}"/>. The notch end, x = 0, is open. Not thread safe: the caller's arrays are read.
/// </remarks>
internal sealed class TrackForces(SkyrmionTrack<Real> track, TrackPoint[] pins)
{
    private readonly double length = track.Length.Value;
    private readonly double repulsion = track.RepulsionEnergy.Value, range = track.RepulsionLength.Value;
    private readonly double pinEnergy = track.Pins.Energy.Value, pinRange = track.Pins.Range.Value;

    /// <summary>The largest stiffness of any of them [N/m].</summary>
    public double Stiffness => Math.Max(pins.Length == 0 ? 0 : pinEnergy / (pinRange * pinRange), 4 * repulsion / (range * range) * Math.Exp(-1));

    /// <summary>The force on one skyrmion at a place, without the current's [N].</summary>
    /// <param name="at">Where it is.</param>
    /// <param name="self">Its place among the others, which is left out.</param>
    /// <param name="others">[Skyrmions].</param>
    public (double X, double Y) On(TrackPoint at, int self, ReadOnlySpan<TrackPoint> others)
    {
        var x = -2 * repulsion / range * Math.Exp(-2 * (length - at.X) / range);
        var y = track.EdgeForce(at.Y).Value;
        for (var i = 0; i < others.Length; i++)
        {
            if (i == self)
                continue;
            var (dx, dy) = (at.X - others[i].X, at.Y - others[i].Y);
            var distance = Math.Sqrt(dx * dx + dy * dy);

            // Two at one place push nowhere; heat parts them.
            var force = distance > 0 ? repulsion / range * Math.Exp(-distance / range) / distance : 0;
            x += force * dx;
            y += force * dy;
        }

        foreach (var pin in pins)
        {
            var (dx, dy) = (at.X - pin.X, at.Y - pin.Y);
            var pull = pinEnergy / (pinRange * pinRange) * Math.Exp(-(dx * dx + dy * dy) / (2 * pinRange * pinRange));
            x -= pull * dx;
            y -= pull * dy;
        }

        return (x, y);
    }

    /// <summary>What the others' repulsion adds to the energy of a new skyrmion at a place [J].</summary>
    public double Crowding(TrackPoint at, ReadOnlySpan<TrackPoint> others)
    {
        var energy = 0.0;
        foreach (var other in others)
            energy += repulsion * Math.Exp(-Math.Sqrt(Math.Pow(at.X - other.X, 2) + Math.Pow(at.Y - other.Y, 2)) / range);
        return energy;
    }
}
