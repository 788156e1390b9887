using DevicePhys.Devices;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;

namespace DevicePhys.Validation.Ferroelectric;

/// <summary>Remanence and coercive field of a single domain.</summary>
public sealed class LandauFilm : IValidation
{
    /// <inheritdoc/>
    public string Id => "V18";

    /// <inheritdoc/>
    public string Claim => "Landau-Khalatnikov film";

    /// <inheritdoc/>
    public string Source => "closed forms for γ = 0: PR = √(−α/2β), EC = (4/3)|α|√(|α|/6β)";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        var card = DeviceCatalog.Default.Card("LandauKhalatnikov.Hzo");
        double alpha = -card.Parameter("Alpha").Value, beta = card.Parameter("Beta").Value, thickness = card.Parameter("TFe").Value;
        var model = (ICapacitive<Dual>)DeviceCatalog.Default.Create<Dual>(card);
        var stepper = new Stepper(model, new Constant(0), TransientOptions.AtTolerance(1e-9));
        stepper.SetState(0.3);
        stepper.Run(1e-6);
        var remanence = model.Charge(0, [stepper.State[0]]).Value / card.Parameter("Area").Value;
        yield return Check.Relative("remanence, relaxed from 0.3 of it", Math.Sqrt(alpha / (2 * beta)), "C/m^2", 1e-6, remanence);

        // The least field that pushes p up everywhere: the largest restoring force for p below 0.
        var least = 0.0;
        var rates = new Dual[1];
        var unit = 0.0;
        model.Evaluate(thickness, [0], rates);
        unit = rates[0].Value;
        for (var i = 0; i <= 20000; i++)
        {
            model.Evaluate(0, [-1 + (i / 20000.0)], rates);
            least = Math.Max(least, -rates[0].Value / unit);
        }

        yield return Check.Relative("coercive field", 4.0 / 3 * alpha * Math.Sqrt(alpha / (6 * beta)), "V/m", 1e-6, least);
    }
}
