namespace DevicePhys.Validation.Memristors;

/// <summary>How long JART VCM v1b takes to SET.</summary>
public sealed class JartSet : IValidation
{
    /// <inheritdoc/>
    public string Id => "V11";

    /// <inheritdoc/>
    public string Claim => "JART VCM v1b, SET time from N = 0.008 to 10 (1e26/m³)";

    /// <inheritdoc/>
    public string Source => "Jülich DATA 10.26165/JUELICH-DATA/LUA8QY (CC0): equations and parameters, solved by a separate program";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        var device = Memristor.Of("JartVcmV1b.Nominal");
        foreach (var (voltage, time) in new[] { (-0.7, 364e-6), (-0.8, 10.1e-6), (-0.9, 392e-9), (-1.0, 22.1e-9) })
        {
            run.Cancellation.ThrowIfCancellationRequested();

            // The state is the decimal logarithm of N.
            yield return Check.Relative(ValueText.Of(voltage, "V"), time, "s", 0.1, device.TimeTo(voltage, Math.Log10(0.008), 1, 2 * time));
        }
    }
}
