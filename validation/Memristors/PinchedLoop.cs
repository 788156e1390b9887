using DevicePhys.Waveforms;

namespace DevicePhys.Validation.Memristors;

/// <summary>The fingerprints of a memristor: a loop pinched at the origin whose lobes shrink as 1/f.</summary>
public sealed class PinchedLoop : IValidation
{
    /// <inheritdoc/>
    public string Id => "V03";

    /// <inheritdoc/>
    public string Claim => "pinched hysteresis loop";

    /// <inheritdoc/>
    public string Source => "Adhikari, Sah, Kim, Chua, IEEE TCAS-I 60(11), 3008 (2013): three fingerprints of memristor";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        var device = Memristor.Of("LinearIonDrift.Biolek");
        double[] states = [0, 0.1, 0.5, 1];
        yield return Check.Absolute("largest current at 0 V", 0, "A", 1e-12, states.Max(x => Math.Abs(device.Current(0, x))));
        yield return Check.Relative("lobe area × f at 100 Hz over that at 1 kHz", 1, "", 0.02, LobeArea(100) * 100 / (LobeArea(1000) * 1000));
    }

    // ∫ i dv over the first half period [W].
    private static double LobeArea(double frequency)
    {
        var stepper = Memristor.Of("LinearIonDrift.Joglekar", ("P", 100)).Start(new Sine(0, 1, frequency), 0.5, 1e-10);
        const int steps = 400;
        double area = 0, current = 0, voltage = 0;
        for (var i = 1; i <= steps; i++)
        {
            var time = 0.5 * i / steps / frequency;
            stepper.Run(time);
            var v = Math.Sin(2 * Math.PI * frequency * time);
            var next = v / (16000 - 15900 * stepper.State[0]);
            area += 0.5 * (current + next) * (v - voltage);
            (current, voltage) = (next, v);
        }

        return Math.Abs(area);
    }
}
