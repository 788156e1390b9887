namespace DevicePhys.Validation.Skyrmions;

/// <summary>Velocity and Hall angle in GdFeCo.</summary>
public sealed class GdFeCoVelocity : IValidation
{
    /// <inheritdoc/>
    public string Id => "V23";

    /// <inheritdoc/>
    public string Claim => "SkyrmionTrack.GdFeCo at 3.55e11 A/m²";

    /// <inheritdoc/>
    public string Source => "Woo et al., Nature Communications 9, 959 (2018), abstract; no prediction: Alpha and ThetaDl of the card are fitted to these two numbers";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        var (speed, deflection) = Track.Free(Track.Of(), 3.55e11, 300);
        yield return Check.Relative("speed", 50, "m/s", 0.05, speed);
        yield return Check.Relative("skyrmion Hall angle", 20, "deg", 0.05, Math.Abs(deflection));
    }
}
