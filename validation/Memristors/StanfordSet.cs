namespace DevicePhys.Validation.Memristors;

/// <summary>How long the Stanford-PKU model takes to SET.</summary>
public sealed class StanfordSet : IValidation
{
    /// <inheritdoc/>
    public string Id => "V08";

    /// <inheritdoc/>
    public string Claim => "Stanford-PKU, SET time from a gap of 1.7 nm";

    /// <inheritdoc/>
    public string Source => "the published equations and parameter set of v1.0, solved by a separate program (scipy) with a hard end at 0.2 nm";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        var device = Memristor.Of("StanfordPku.V1");
        foreach (var (voltage, time) in new[] { (1.5, 162.7e-9), (1.8, 6.78e-9), (2.0, 0.897e-9) })
        {
            // The last 0.015 nm are soft here, and take no time in either program.
            yield return Check.Relative(ValueText.Of(voltage, "V"), time, "s", 0.01, device.TimeTo(voltage, 1.7, 0.215, 2 * time));
        }
    }
}
