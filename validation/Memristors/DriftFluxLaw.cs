using DevicePhys.Waveforms;

namespace DevicePhys.Validation.Memristors;

/// <summary>The resistance of the linear drift device after half a sine against Strukov's flux law.</summary>
public sealed class DriftFluxLaw : IValidation
{
    /// <inheritdoc/>
    public string Id => "V01";

    /// <inheritdoc/>
    public string Claim => "linear ion drift, R² linear in flux, 1 V half sine of 1 Hz from x = 0.1";

    /// <inheritdoc/>
    public string Source => "Strukov et al., Nature 453, 80 (2008): closed form without window, R² = R0² − 2 (ROff − ROn) µ ROn/D² φ";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        // Joglekar's window with p = 100 is 1 to 1e-19 on the way.
        var x = Memristor.Of("LinearIonDrift.Joglekar", ("P", 100)).After(new Sine(0, 1, 1), 0.1, 0.5, 1e-10);
        yield return Check.Relative("", 10316.27627555, "Ohm", 1e-9, 16000 - 15900 * x);
    }
}
