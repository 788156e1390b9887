namespace DevicePhys.Validation.Memristors;

/// <summary>The read resistances of the Stanford-PKU model.</summary>
public sealed class StanfordRead : IValidation
{
    /// <inheritdoc/>
    public string Id => "V06";

    /// <inheritdoc/>
    public string Claim => "Stanford-PKU, resistance at 0.1 V";

    /// <inheritdoc/>
    public string Source => "Jiang et al., nanoHUB 10.4231/D37H1DN48, parameter set of v1.0: I = I0 exp(−g/g0) sinh(V/V0) in closed form; MemTorch ships 542 and 218586 Ohm";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        var device = Memristor.Of("StanfordPku.V1");
        yield return Check.Relative("gap 0.2 nm", 541.8206517, "Ohm", 1e-6, 0.1 / device.Current(0.1, 0.2));
        yield return Check.Relative("gap 1.7 nm", 218586.0518, "Ohm", 1e-6, 0.1 / device.Current(0.1, 1.7));
    }
}
