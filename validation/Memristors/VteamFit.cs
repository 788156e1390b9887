using DevicePhys.Devices;
using DevicePhys.Numbers;
using DevicePhys.Simulation;
using DevicePhys.Studies.Fitting;
using DevicePhys.Waveforms;

namespace DevicePhys.Validation.Memristors;

/// <summary>How well VTEAM follows a physical model that it was not made for.</summary>
public sealed class VteamFit : IValidation
{
    private const int Samples = 400;
    private const double Period = 1, Amplitude = 2;

    private static readonly string[] Free = ["ROn", "ROff", "VOn", "VOff", "KOn", "KOff", "AlphaOn", "AlphaOff", "x(0)"];

    /// <inheritdoc/>
    public string Id => "V05";

    /// <inheritdoc/>
    public string Claim => "VTEAM fitted to the I-V loop of a physical model, relative root mean square error of the current";

    /// <inheritdoc/>
    public string Source => "Kvatinsky et al., IEEE TCAS-II 62(8), 786 (2015), abstract: below 1.5 % against existing physical models";

    /// <inheritdoc/>
    public bool IsSlow => true;

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        foreach (var window in new[] { "Strukov", "Joglekar" })
        {
            var sweep = Reference($"LinearIonDrift.{window}");
            var fit = SweepDeviceFit.Run(
                DeviceCatalog.Default, DeviceCatalog.Default.Card("Vteam.PtHfTi"), sweep, Free, starts: 6, search: true, cancellation: run.Cancellation);
            var error = Math.Sqrt(sweep.Currents.Zip(fit.Curves[0].Model).Average(pair => Math.Pow(pair.First - pair.Second, 2)) / sweep.Currents.Average(i => i * i));
            yield return Check.AtMost($"linear ion drift, {window} window", 1.5, "%", 100 * error)
                .Reported("the abstract names no model; this one is driven by the current, and a window slows it where VTEAM goes on at one speed");
        }
    }

    // One period of a sine that moves the state over most of its range; VTEAM has the other polarity.
    private static Sweep Reference(string id)
    {
        var model = DeviceCatalog.Default.Create<Dual>(DeviceCatalog.Default.Card(id));
        var wave = new Sine(0, Amplitude, 1 / Period);
        var stepper = new Stepper(model, wave, TransientOptions.AtTolerance(1e-7));
        double[] times = [.. Enumerable.Range(0, Samples + 1).Select(k => Period * k / Samples)], voltages = [.. times.Select(wave.At)];
        var (currents, rates) = (new double[times.Length], new Dual[1]);
        for (var k = 0; k < times.Length; k++)
        {
            stepper.Run(times[k]);
            currents[k] = model.Evaluate(voltages[k], [stepper.State[0]], rates).Value;
        }

        return new Sweep(id, times, voltages, currents).Reversed();
    }
}
