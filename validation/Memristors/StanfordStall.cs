using DevicePhys.Waveforms;

namespace DevicePhys.Validation.Memristors;

/// <summary>Where a weak RESET of the Stanford-PKU model ends.</summary>
public sealed class StanfordStall : IValidation
{
    /// <inheritdoc/>
    public string Id => "V07";

    /// <inheritdoc/>
    public string Claim => "Stanford-PKU, gap at which a RESET of −1.2 V stalls";

    /// <inheritdoc/>
    public string Source => "closed form of the published field cut: g = ((γ0 − FMin tOx/|V|)/β)^(1/3) = 1.3572 nm";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        // The state is the gap in nm.
        yield return Check.Relative("", 1.3572e-9, "m", 0.002, 1e-9 * Memristor.Of("StanfordPku.V1").After(new Constant(-1.2), 0.2, 1e-3));
    }
}
