using DevicePhys.Devices.Memristors;
using DevicePhys.Sampling;

namespace DevicePhys.Validation.Memristors;

/// <summary>The spread of a programmed ReRAM array.</summary>
public sealed class ProgrammedSpread : IValidation
{
    private const int Devices = 40000;

    /// <inheritdoc/>
    public string Id => "V13";

    /// <inheritdoc/>
    public string Claim => "1T1R ReRAM after write and verify, standard deviation of the conductance";

    /// <inheritdoc/>
    public string Source => "Wan et al., Nature 608, 504 (2022), fit of IBM aihwkit (MIT): polynomials evaluated by hand at 20 and 40 µS";

    /// <inheritdoc/>
    public IEnumerable<Check> Run(ValidationRun run)
    {
        foreach (var (when, array, half, full) in new[]
        {
            ("1 s", ProgrammedReram.AfterOneSecond, 2.023e-6, 1.098e-6),
            ("1 day", ProgrammedReram.AfterOneDay, 3.91225e-6, 2.661e-6),
            ("2 days", ProgrammedReram.AfterTwoDays, 3.926375e-6, 2.672e-6),
        })
        {
            yield return Check.Relative($"20 µS, {when}", half, "S", 1e-9, array.Spread(20e-6));
            yield return Check.Relative($"40 µS, {when}", full, "S", 1e-9, array.Spread(40e-6));
        }

        var random = new RandomStream(1, "validation programmed ReRAM");
        var drawn = Enumerable.Range(0, Devices).Select(_ => ProgrammedReram.AfterOneSecond.Draw(20e-6, random)).ToArray();
        var mean = drawn.Average();
        yield return Check.Relative("20 µS, 1 s, 40,000 devices", 2.023e-6, "S", 0.02, Math.Sqrt(drawn.Sum(g => (g - mean) * (g - mean)) / (Devices - 1)));
    }
}
