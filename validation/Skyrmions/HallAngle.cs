namespace DevicePhys.Validation.Skyrmions;

/// <summary>The skyrmion Hall angle from the ferromagnet to angular momentum compensation and beyond.</summary>
public sealed class HallAngle : IValidation
{
    /// <inheritdoc/>
    public string Id => "V22";

    /// <inheritdoc/>
    public string Claim => "skyrmion Hall angle";

    /// <inheritdoc/>
    public string Source => "Thiele equation in closed form, tan θ = 2/(α (R/Δ + Δ/R)); arXiv:2307.04669: deflection reverses at angular momentum compensation";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        var ferromagnet = Track.Of(("MRe", 0), ("Alpha", 0.05), ("Radius", 75e-9), ("WallWidth", 15e-9));
        yield return Check.Absolute("ferromagnet, α = 0.05, R = 5 Δ", Math.Atan(2 / (0.05 * 5.2)) * 180 / Math.PI, "deg", 1e-6, Track.Free(ferromagnet, 1e11, 300).Deflection);
        yield return Check.Absolute("the same against the published 82.593°", 82.593, "deg", 5e-4, Track.Free(ferromagnet, 1e11, 300).Deflection);

        var ferrimagnet = Track.Of();
        var compensation = ferrimagnet.Motion.Magnet.SpinCompensation.Value;
        yield return Check.Absolute("at the angular momentum compensation temperature", 0, "deg", 1e-6, Track.Free(ferrimagnet, 1e11, compensation).Deflection);
        var (below, above) = (Track.Free(ferrimagnet, 1e11, compensation - 20).Deflection, Track.Free(ferrimagnet, 1e11, compensation + 20).Deflection);
        yield return Check.Absolute("sign 20 K below times sign 20 K above", -1, "", 0, Math.Sign(below) * Math.Sign(above));
    }
}
