using DevicePhys.Cards;
using DevicePhys.Devices;
using DevicePhys.Numbers;

namespace DevicePhys.Validation.Transistors;

/// <summary>What every EKV transistor obeys: source and drain are alike, and weak inversion is exponential.</summary>
public sealed class EkvLimits : IValidation
{
    private const double ThermalVoltage = 8.617333262e-5 * 300;

    /// <inheritdoc/>
    public string Id => "V32";

    /// <inheritdoc/>
    public string Claim => "EKV MOSFET";

    /// <inheritdoc/>
    public string Source => "Enz, Krummenacher, Vittoz, Analog Integr. Circuits Signal Process. 8, 83 (1995): symmetry; gm/ID = 1/(n UT) with n = 1 + γ/(2 √(φ + VP))";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        var worst = 0.0;
        foreach (var card in DeviceCatalog.Default.Cards.Where(card => card.Model == "EkvMosfet"))
        {
            foreach (var (a, b, gate) in new[] { (0.3, 0.0, 0.7), (1.1, 0.2, 0.4), (-0.1, 0.6, -0.9), (0.01, 0.02, 1.2) })
            {
                var (forward, backward) = (Drain(card, a, gate, b).Value, Drain(card, b, gate, a).Value);
                worst = Math.Max(worst, Math.Abs(forward + backward) / Math.Abs(forward));
            }
        }

        yield return Check.Absolute("I(drain, source) + I(source, drain) over I, all cards", 0, "", 1e-12, worst);

        // Drain-induced barrier lowering adds to the gate's slope and is taken out. φ of the card, at 300 K.
        var transistor = DeviceCatalog.Default.Card("EkvMosfet.N130Lstp").With("Sigma", 0);
        double gate0 = -0.1, gamma = transistor.Parameter("Gamma").Value, phi = transistor.Parameter("Phi").Value;
        var drive = gate0 - transistor.Parameter("VT0").Value + phi + gamma * Math.Sqrt(phi);
        var root = Math.Sqrt(drive + gamma * gamma / 4) - gamma / 2;
        var current = Drain(transistor, 0.5, gate0, 0);
        yield return Check.Relative(
            "gm/ID deep in weak inversion", 1 / ((1 + gamma / (2 * root)) * ThermalVoltage), "1/V", 0.01, current.Slope(1) / current.Value);
    }

    private static Dual Drain(Card card, double drain, double gate, double source)
    {
        var model = DeviceCatalog.Default.CreateMultiTerminal<Dual>(card);
        Dual[] currents = new Dual[3], charges = new Dual[3];
        model.Evaluate([drain, Dual.Variable(gate, 1), source], [], currents, charges, []);
        return currents[0];
    }
}
