using DevicePhys.Devices.Memristors;

namespace DevicePhys.Validation.Memristors;

/// <summary>The nonlinearity labels of the NeuroSim benchmark.</summary>
public sealed class NonlinearityLabels : IValidation
{
    /// <inheritdoc/>
    public string Id => "V31";

    /// <inheritdoc/>
    public string Claim => "nonlinearity label of NeuroSim, curvature A in full runs of pulses";

    /// <inheritdoc/>
    public string Source => "rows of the table that came with the NeuroSim benchmark (Chen, Peng, Yu 2018); closed form: largest distance from the diagonal over 0.07";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        foreach (var (label, a) in new[] { (2.40, 0.4992), (4.88, 0.2003) })
            yield return Check.Relative($"NL {ValueText.Of(label, "")}", a, "", 1e-3, 1 / Nonlinearity.Curvature(label));
    }
}
