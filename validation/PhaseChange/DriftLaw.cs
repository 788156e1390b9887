using DevicePhys.Devices;
using DevicePhys.Devices.PhaseChange;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Validation.PhaseChange;

/// <summary>Six decades of resistance drift.</summary>
public sealed class DriftLaw : IValidation
{
    /// <inheritdoc/>
    public string Id => "V16";

    /// <inheritdoc/>
    public string Claim => "resistance drift, exponent 0.1, over a factor of 10⁶ in time";

    /// <inheritdoc/>
    public string Source => "power law R = R0 (t/t0)^ν in closed form: 10^0.6";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        var sampler = new PcmSampler(DeviceCatalog.Default.Card("PcmStatistical.DopedGst"));
        yield return Check.Relative("array model", Math.Pow(10, 0.6), "", 1e-9, sampler.Drifted(1, 0.1, 20) / sampler.Drifted(1, 0.1, 20e6));

        // The cell counts from its melt: age 10 ns + t, so the power law is approached as t grows beyond TauDrift.
        var card = DeviceCatalog.Default.Card("PcmCell.Gst");
        var cell = (IReadable<Real>)DeviceCatalog.Default.Create<Real>(card);
        var rest = new PcmRest(card);
        double[] state = [0.5, 0, 0, 0];
        rest.Advance(state, 100);
        var early = Amorphous();
        rest.Advance(state, 1e8 - 100);
        yield return Check.Relative("amorphous part of the cell, 100 s to 3 years", Math.Pow(10, 0.6), "", 1e-9, Amorphous() / early);

        double Amorphous() => (1 / cell.Read(1, Array.ConvertAll(state, s => (Real)s)).Value) - card.Value("ROn", "Ohm");
    }
}
