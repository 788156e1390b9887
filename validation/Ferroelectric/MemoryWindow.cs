namespace DevicePhys.Validation.Ferroelectric;

/// <summary>How far a FeFET's threshold moves under pulses of different height and width, predicted from the other half of the measurements.</summary>
public sealed class MemoryWindow : IValidation
{
    /// <inheritdoc/>
    public string Id => "V19";

    /// <inheritdoc/>
    public string Claim => "FeFET memory window after one pulse on an erased device";

    /// <inheritdoc/>
    public string Source => "measured windows published with the models of Alessandri et al., IEEE EDL 39, 1780 (2018) and Deng et al., VLSI 2020";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        // Two halves, every other window; each is predicted by a fit that has not seen it. The two published with the claim are in the first.
        MeasuredWindow[] first = [new(4, 50e-9, 1.079), new(4, 500e-9, 1.509), new(3, 100e-9, 0.122), new(3, 10e-6, 1.121)];
        MeasuredWindow[] second = [new(4, 100e-9, 1.429), new(3, 50e-9, 0.0094), new(3, 500e-9, 0.441), new(3, 5e-6, 1.043)];
        var (fromSecond, fromFirst) = (MemoryWindowFit.Of(second, run.Cancellation), MemoryWindowFit.Of(first, run.Cancellation));
        foreach (var window in first)
        {
            var check = Check.Absolute($"{window}, held out", window.Moved, "V", 0.15, fromSecond.Predict(window));
            yield return window.Voltage == 4 && window.Width == 50e-9 || window.Voltage == 3 && window.Width == 10e-6 ? check : check.Reported(OneDevice);
        }

        foreach (var window in second)
            yield return Check.Absolute($"{window}, held out", window.Moved, "V", 0.15, fromFirst.Predict(window)).Reported(OneDevice);
        yield return Check.AtMost("root mean square of the windows fitted", 0.15, "V", Rms(fromSecond.Misfit, fromFirst.Misfit)).Reported(OneDevice);
        yield return Check.AtMost("root mean square of the windows held out", 0.15, "V", Rms(fromSecond.MisfitOf(first), fromFirst.MisfitOf(second))).Reported(OneDevice);
    }

    private const string OneDevice = "one device, no error bars; single nucleation cannot follow the steep onset at 3 V";

    private static double Rms(double one, double other) => Math.Sqrt(0.5 * ((one * one) + (other * other)));
}
