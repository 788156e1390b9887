using DevicePhys.Devices.Skyrmions;
using DevicePhys.Numbers;

namespace DevicePhys.Validation.Skyrmions;

/// <summary>Velocity against current and size above depinning.</summary>
public sealed class FlowAboveDepinning : IValidation
{
    /// <inheritdoc/>
    public string Id => "V24";

    /// <inheritdoc/>
    public string Claim => "flow above depinning";

    /// <inheritdoc/>
    public string Source => "Berges et al., Phys. Rev. B 106, 144408 (2022), arXiv:2208.04384: trends in GdCo (linear, extrapolating to 0, faster and earlier for larger skyrmions)";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        var track = Track.Of();
        double[] densities = [.. Enumerable.Range(0, 11).Select(i => 1.5e11 + i * 0.25e11)];
        var speeds = Array.ConvertAll(densities, density => Pinned(track, density));
        var line = LineFit.Through(densities, speeds);
        yield return Check.AtLeast("R² of speed against current density, 1.5 to 4e11 A/m²", 0.99, "", line.RSquared);
        yield return Check.Absolute("speed extrapolated to no current over that at 4e11 A/m²", 0, "", 0.02, line.Intercept / speeds[^1]);
        yield return Check.AtMost("speed at half the depinning density over free flow", 0.01, "", Pinned(track, 0.5e11) / Track.Free(track, 0.5e11, 300).Speed);

        var (small, large) = (Track.Of(("Radius", 60e-9)), Track.Of(("Radius", 120e-9)));
        yield return Check.AtLeast("speed of a diameter of 240 nm over that of 120 nm", 1, "", Track.Free(large, 3e11, 300).Speed / Track.Free(small, 3e11, 300).Speed);
        yield return Check.AtMost("depinning density of 240 nm over that of 120 nm", 1, "", Depinning(large) / Depinning(small));
    }

    private static double Pinned(SkyrmionTrack<Real> track, double density)
    {
        var free = Track.Free(track, density, 300).Speed;
        return free * track.Pins.Freedom(track.Motion.Drive(density), 300).Value;
    }

    private static double Depinning(SkyrmionTrack<Real> track) => track.Pins.DepinningForce.Value / track.Motion.Drive(1).Value;
}
