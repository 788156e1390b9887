namespace DevicePhys.Validation.Memristors;

/// <summary>How well Yakopcic's model follows measured sweeps of an interface memristor.</summary>
public sealed class MeasuredSweeps : IValidation
{
    /// <inheritdoc/>
    public string Id => "V12";

    /// <inheritdoc/>
    public string Claim => "Yakopcic fit of Nb:SrTiO3, 10 µm, −2 V";

    /// <inheritdoc/>
    public string Source => "reference fit published beside the measured sweeps of the Groningen devices";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run) =>
        [Check.Unmeasured("residual over that of the reference fit", 1, "", "needs the measured sweeps, which carry no licence and are not shipped")];
}
