namespace DevicePhys.Validation.Skyrmions;

/// <summary>Velocity and Hall angle in GdFeCo.</summary>
public sealed class GdFeCoVelocity : IValidation
{
    private const string Uncertainty = "no prediction: the current density is recalled, and Alpha and ThetaDl of the card are fitted to these two numbers";

    /// <inheritdoc/>
    public string Id => "V23";

    /// <inheritdoc/>
    public string Claim => "SkyrmionTrack.GdFeCo at 3.5e11 A/m²";

    /// <inheritdoc/>
    public string Source => "Woo et al., Nature Communications 9, 959 (2018), abstract";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        var (speed, deflection) = Track.Free(Track.Of(), 3.5e11, 300);
        yield return Check.Relative("speed", 50, "m/s", 0.05, speed).Reported(Uncertainty);
        yield return Check.Relative("skyrmion Hall angle", 20, "deg", 0.05, Math.Abs(deflection)).Reported(Uncertainty);
    }
}
