using DevicePhys.Devices.Skyrmions;

namespace DevicePhys.Validation.Skyrmions;

/// <summary>Radius and wall width of a skyrmion from A, K and D.</summary>
public sealed class SkyrmionRadius : IValidation
{
    /// <inheritdoc/>
    public string Id => "V21";

    /// <inheritdoc/>
    public string Claim => "skyrmion for A = 15 pJ/m, K = 0.8 MJ/m³, D = 3.5 mJ/m²";

    /// <inheritdoc/>
    public string Source => "Wang, Yuan, Wang, Communications Physics 1, 31 (2018), evaluated by a separate program";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        yield return Check.Relative("radius", 5.65e-9, "m", 0.005, SkyrmionSize.Radius(15e-12, 0.8e6, 3.5e-3));
        yield return Check.Relative("wall width", 3.44e-9, "m", 0.005, SkyrmionSize.WallWidth(15e-12, 0.8e6, 3.5e-3));
        yield return Check.Relative("radius for 10 pJ/m, 0.04 MJ/m³, 0.75 mJ/m²", 40.45e-9, "m", 0.005, SkyrmionSize.Radius(10e-12, 0.04e6, 0.75e-3));
        yield return Check.Relative("critical D of that film", 0.805e-3, "J/m^2", 0.005, SkyrmionSize.CriticalDmi(10e-12, 0.04e6));
    }
}
