using DevicePhys.Devices.PhaseChange;

namespace DevicePhys.Validation.PhaseChange;

/// <summary>Crystallization by nucleation and growth, from its rate and from its closed form.</summary>
public sealed class AvramiTimes : IValidation
{
    /// <inheritdoc/>
    public string Id => "V14";

    /// <inheritdoc/>
    public string Claim => "JMAK crystallization";

    /// <inheritdoc/>
    public string Source => "Avrami, J. Chem. Phys. 7, 1103 (1939): x = 1 − e^(−(kt)^n), so x(1) = 1 − 1/e and t90/t10 = (ln 10/ln(10/9))^(1/n)";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        yield return Check.Absolute("fraction at kt = 1, n = 3, rate integrated from 1 %", 1 - Math.Exp(-1), "", 1e-4, Integrated(3));
        foreach (var n in new[] { 2.0, 3 })
        {
            yield return Check.Relative(
                $"t90/t10, n = {n:0}",
                Math.Pow(Math.Log(10) / Math.Log(10.0 / 9), 1 / n),
                "",
                1e-4,
                JohnsonMehlAvrami.TimeTo(0.9, n) / JohnsonMehlAvrami.TimeTo(0.1, n));
        }
    }

    // Midpoint rule; the rate is 0 at 0, so the run starts with 1 % crystallized.
    private static double Integrated(double n)
    {
        const int steps = 20000;
        var start = JohnsonMehlAvrami.TimeTo(0.01, n);
        var (x, step) = (0.01, (1 - start) / steps);
        for (var i = 0; i < steps; i++)
            x += step * JohnsonMehlAvrami.Rate(x + (0.5 * step * JohnsonMehlAvrami.Rate(x, n)), n);
        return x;
    }
}
