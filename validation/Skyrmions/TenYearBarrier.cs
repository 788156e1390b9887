using DevicePhys.Devices;
using DevicePhys.Devices.Skyrmions;
using DevicePhys.Numbers;

namespace DevicePhys.Validation.Skyrmions;

/// <summary>The barrier that keeps a skyrmion for ten years.</summary>
public sealed class TenYearBarrier : IValidation
{
    private const double Boltzmann = 1.380649e-23;
    private const double TenYears = 10 * 365.25 * 86400;

    /// <inheritdoc/>
    public string Id => "V27";

    /// <inheritdoc/>
    public string Claim => "barrier of a lifetime of ten years, attempt rate 1e9/s";

    /// <inheritdoc/>
    public string Source => "Arrhenius: ln(1e9/s × 10 years) = 40.29";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        var card = DeviceCatalog.Default.Card("SkyrmionSynapse.Song2020").With("F0Annihilation", 1e9).With("DeltaAnnihilation", 40 * Boltzmann * 300);
        var hazards = new Real[6];
        ((SkyrmionSynapse<Real>)DeviceCatalog.Default.Create<Real>(card)).Hazards(0, [1, 1, 0, 0], hazards);
        yield return Check.Relative("", 40.29, "kT", 1e-3, 40 + Math.Log(hazards[4].Value * TenYears));
    }
}
