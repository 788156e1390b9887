namespace DevicePhys.Simulation;

/// <summary>Lagrange weights of the points from which the solutions of the first two stages of a step are guessed.</summary>
/// <remarks>
/// The points: start and first stage of the step before, start of this step (time 0), and its first stage once that is there. One division serves all
/// weights: it takes a dozen cycles, and the next one would wait for it.
/// </remarks>
/// <param name="Earlier">Of the start of the step before.</param>
/// <param name="EarlierStage">Of its first stage.</param>
/// <param name="Start">Of the start of this step.</param>
/// <param name="Stage">Of the first stage of this step.</param>
internal readonly record struct GuessWeights(double Earlier, double EarlierStage, double Start, double Stage)
{
    /// <summary>So many times its length beyond its end the step before still tells.</summary>
    public const double Reach = 3;

    /// <summary>For the first stage: a parabola.</summary>
    /// <param name="c">The time of the first stage, as a fraction of a step.</param>
    /// <param name="length">The length of this step [s].</param>
    /// <param name="earlierLength">The length of the step before [s].</param>
    public static GuessWeights First(double c, double length, double earlierLength)
    {
        var (t, t0, t1) = (c * length, -earlierLength, (c - 1) * earlierLength);
        var scale = t / ((t0 - t1) * t0 * t1);
        var (w0, w1) = ((t - t1) * t1 * scale, (t0 - t) * t0 * scale);
        return new(w0, w1, 1 - w0 - w1, 0);
    }

    /// <summary>For the second stage: a cubic.</summary>
    /// <param name="c">The time of the first stage, as a fraction of a step.</param>
    /// <param name="t">The time of the second stage from the start [s].</param>
    /// <param name="length">The length of this step [s].</param>
    /// <param name="earlierLength">The length of the step before [s].</param>
    public static GuessWeights Second(double c, double t, double length, double earlierLength)
    {
        var (t0, t1, t3) = (-earlierLength, (c - 1) * earlierLength, c * length);
        var (d01, d03, d13) = (t0 - t1, t0 - t3, t1 - t3);
        var scale = t / (d01 * d03 * d13 * t0 * t1 * t3);
        var w0 = (t - t1) * (t - t3) * d13 * t1 * t3 * scale;
        var w1 = (t0 - t) * (t - t3) * d03 * t0 * t3 * scale;
        var w3 = (t - t0) * (t - t1) * d01 * t0 * t1 * scale;
        return new(w0, w1, 1 - w0 - w1 - w3, w3);
    }
}
