namespace DevicePhys.Validation.Memristors;

/// <summary>How long VTEAM takes through its whole range at constant voltage.</summary>
public sealed class VteamSwitching : IValidation
{
    /// <inheritdoc/>
    public string Id => "V04";

    /// <inheritdoc/>
    public string Claim => "VTEAM, time through 3 nm at constant voltage";

    /// <inheritdoc/>
    public string Source => "Kvatinsky et al., IEEE TCAS-II 62(8), 786 (2015); parameter set of MemTorch 1.1.6; closed form D/(k (V/Vth − 1)^α)";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        var device = Memristor.Of("Vteam.MemTorch");
        foreach (var (voltage, time) in new[] { (1.0, 122.448979591837e-9), (0.5, 250e-9), (-1.0, 4.6875e-12), (-0.5, 88.8888888888889e-12) })
        {
            // The middle half: the ends are soft.
            var measured = voltage > 0 ? device.TimeTo(voltage, 0.25, 0.75, time, 1e-9) : device.TimeTo(voltage, 0.75, 0.25, time, 1e-9);
            yield return Check.Relative($"{ValueText.Of(voltage, "V")}", time, "s", 1e-6, 2 * measured);
        }
    }
}
