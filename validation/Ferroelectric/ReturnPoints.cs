using DevicePhys.Devices;
using DevicePhys.Devices.Ferroelectric.Preisach;
using DevicePhys.Sampling;

namespace DevicePhys.Validation.Ferroelectric;

/// <summary>The two theorems of Preisach's hysteresis.</summary>
public sealed class ReturnPoints : IValidation
{
    /// <inheritdoc/>
    public string Id => "V17";

    /// <inheritdoc/>
    public string Claim => "Preisach hysteresis, polarization in units of saturation";

    /// <inheritdoc/>
    public string Source => "Mayergoyz, Phys. Rev. Lett. 56, 1518 (1986): wiping-out and congruency are necessary and sufficient";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        var density = new FactorizedDensity(DeviceCatalog.Default.Card("PreisachCapacitor.Hzo"));
        var random = new RandomStream(1, "validation return points");
        double returning = 0, congruent = 0;
        for (var i = 0; i < 1000; i++)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            var history = new PreisachHistory(density);
            for (var k = 0; k < 10; k++)
                history.MoveTo(2e8 * random.NextNormal());
            history.MoveTo(1.5e8);
            var before = history.Polarization;
            var other = Math.Max(-3e8, history.TurningPoints[^2]);
            for (var k = 0; k < 10; k++)
                history.MoveTo(1.5e8 + ((other - 1.5e8) * random.NextDouble()));
            history.MoveTo(1.5e8);
            returning = Math.Max(returning, Math.Abs(history.Polarization - before) / density.Saturation);

            // The same minor loop after this history and from saturation.
            congruent = Math.Max(congruent, Math.Abs(Height(history) - Height(new PreisachHistory(density))) / density.Saturation);
        }

        yield return Check.Absolute("return-point memory, 1,000 random histories", 0, "", 1e-12, returning);
        yield return Check.Absolute("congruency of minor loops", 0, "", 1e-12, congruent);
    }

    private static double Height(PreisachHistory history)
    {
        history.MoveTo(1e8);
        history.MoveTo(-0.8e8);
        var low = history.Polarization;
        history.MoveTo(1e8);
        return history.Polarization - low;
    }
}
