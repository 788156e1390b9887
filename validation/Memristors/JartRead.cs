namespace DevicePhys.Validation.Memristors;

/// <summary>The read resistances of JART VCM v1b.</summary>
public sealed class JartRead : IValidation
{
    /// <inheritdoc/>
    public string Id => "V10";

    /// <inheritdoc/>
    public string Claim => "JART VCM v1b, resistance";

    /// <inheritdoc/>
    public string Source => "Jülich DATA 10.26165/JUELICH-DATA/LUA8QY (CC0): equations and parameters, solved by a separate program";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        var device = Memristor.Of("JartVcmV1b.Nominal");
        foreach (var (voltage, high, low) in new[] { (-0.2, 104.7e3, 1589.0), (-0.35, 93.3e3, 1590), (0.2, 65.6e3, 1619) })
        {
            var at = ValueText.Of(voltage, "V");
            yield return Check.Relative($"HRS at {at}", high, "Ohm", 0.01, voltage / device.Current(voltage, Math.Log10(0.008)));
            yield return Check.Relative($"LRS at {at}", low, "Ohm", 0.01, voltage / device.Current(voltage, Math.Log10(20)));
        }
    }
}
