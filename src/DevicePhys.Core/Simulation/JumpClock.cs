using DevicePhys.Sampling;

namespace DevicePhys.Simulation;

/// <summary>The clock of jump processes: the next jump comes when the integral of the total hazard reaches an exponential draw.</summary>
/// <remarks>
/// Time change of a Poisson process: with Λ(t) the integral of the hazard since the last jump, Λ at the next jump is exponential with mean 1,
/// whatever the
/// hazard does in between. Not thread safe.
/// </remarks>
public sealed class JumpClock
{
    private RandomStream? source;

    /// <summary>How much hazard integral is left until the next jump; infinite while the clock stands still.</summary>
    public double Remaining { get; private set; } = double.PositiveInfinity;

    /// <summary>Forgets the wait that has been drawn.</summary>
    public void Clear()
    {
        source = null;
        Remaining = double.PositiveInfinity;
    }

    /// <summary>Draws a wait, unless one from the same stream is still running; no stream stops the clock.</summary>
    /// <param name="random">The source of the draws, or null.</param>
    public void Wind(RandomStream? random)
    {
        if (random is null)
            Clear();
        else if (!ReferenceEquals(random, source))
            Restart(random);
    }

    /// <summary>Draws the wait that follows a jump.</summary>
    /// <param name="random">The source of the draws.</param>
    public void Restart(RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        source = random;
        Remaining = random.NextExponential();
    }

    /// <summary>Lets hazard integral pass.</summary>
    /// <param name="integral">How much, over an accepted step.</param>
    public void Pass(double integral) => Remaining -= integral;

    /// <summary>Where within a step the hazard integral reaches a level, from the cubic through its ends.</summary>
    /// <param name="step">The length of the step [s].</param>
    /// <param name="atStart">The hazard at its start [1/s].</param>
    /// <param name="atEnd">The hazard at its end [1/s].</param>
    /// <param name="integral">The integral over the step, above the level.</param>
    /// <param name="level">The level, above 0.</param>
    /// <returns>The time from the start of the step [s].</returns>
    public static double Crossing(double step, double atStart, double atEnd, double integral, double level)
    {
        var (low, high) = (0.0, 1.0);
        var (startSlope, endSlope) = (atStart * step, atEnd * step);
        for (var i = 0; i < 40; i++)
        {
            var s = 0.5 * (low + high);
            var value = s * (((1 - s) * (1 - s) * startSlope) + (s * (((3 - (2 * s)) * integral) - ((1 - s) * endSlope))));
            if (value > level)
                high = s;
            else
                low = s;
        }

        return 0.5 * (low + high) * step;
    }
}
