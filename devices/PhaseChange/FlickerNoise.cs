using DevicePhys.Sampling;

namespace DevicePhys.Devices.PhaseChange;

/// <summary>Relative 1/f noise as a stochastic process in time: a sum of fluctuators with spread rates.</summary>
/// <remarks>
/// S(f) = Q/f between two frequencies (McWhorter, 1957): Ornstein-Uhlenbeck processes, four per decade, of equal variance. Each moves by its exact
/// transition, so the process at given times does not depend on how many steps lead there. Starts in its steady state. Not thread safe.
/// </remarks>
public sealed class FlickerNoise
{
    private const double PerDecade = 4;
    private readonly double[] rates, values;
    private readonly double deviation;

    /// <summary>Creates a noise source in its steady state.</summary>
    /// <param name="q">The density at 1 Hz, S = q/f, of the relative fluctuation; at least 0.</param>
    /// <param name="lowest">Below it the density is flat [Hz].</param>
    /// <param name="highest">Above it the density falls as 1/f² [Hz].</param>
    /// <param name="random">The source of the draws.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public FlickerNoise(double q, double lowest, double highest, RandomStream random)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(q);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lowest);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(highest, lowest);
        ArgumentNullException.ThrowIfNull(random);
        var count = (int)Math.Ceiling(PerDecade * Math.Log10(highest / lowest)) + 1;
        var spacing = Math.Log(highest / lowest) / (count - 1);
        rates = [.. Enumerable.Range(0, count).Select(i => 2 * Math.PI * lowest * Math.Exp(spacing * i))];

        // Equal variance per logarithm of the rate adds up to variance/(ln spacing · f).
        deviation = Math.Sqrt(q * spacing);
        values = [.. rates.Select(_ => deviation * random.NextNormal())];
    }

    /// <summary>The relative fluctuation now.</summary>
    public double Value => values.Sum();

    /// <summary>Lets time pass.</summary>
    /// <param name="duration">How long, at least 0 [s].</param>
    /// <param name="random">The source of the draws.</param>
    /// <returns>The relative fluctuation then.</returns>
    public double Advance(double duration, RandomStream random)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(duration);
        ArgumentNullException.ThrowIfNull(random);
        for (var i = 0; i < rates.Length; i++)
        {
            var kept = Math.Exp(-rates[i] * duration);
            values[i] = (kept * values[i]) + (deviation * Math.Sqrt(1 - (kept * kept)) * random.NextNormal());
        }

        return Value;
    }
}
