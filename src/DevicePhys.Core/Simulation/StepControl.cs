namespace DevicePhys.Simulation;

/// <summary>How long the next step may be: the error estimates of the last two decide (a PI controller).</summary>
/// <param name="errorOrder">The power of the step that the error estimate grows with.</param>
/// <remarks>Gustafsson, ACM TOMS 17, 533 (1991). Not thread safe.</remarks>
internal sealed class StepControl(int errorOrder)
{
    private const double Safety = 0.85, Slowest = 0.1, Fastest = 8;
    private double logBefore;

    /// <summary>Forgets the last error: the equations have changed.</summary>
    public void Forget() => logBefore = 0;

    /// <summary>The longest step of a fixed grid, sixteen to the octave, that is not longer than a step.</summary>
    /// <remarks>
    /// An error estimate is a small difference of large numbers, so its last digits are rounding. On a grid they cannot steer the steps, and a
    /// circuit whose nodes are only renamed takes the same ones.
    /// </remarks>
    public static double OnGrid(double step) => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(step) & ~((1L << 48) - 1));

    /// <summary>The next step after an accepted one.</summary>
    /// <param name="step">The accepted step [s].</param>
    /// <param name="error">Its error in units of the tolerance, at most 1.</param>
    public double AfterSuccess(double step, double error)
    {
        var log = Math.Log(Math.Max(error, 1e-8));
        var factor = Safety * Math.Exp(((0.4 * logBefore) - (0.7 * log)) / errorOrder);
        logBefore = Math.Max(log, -5);
        return OnGrid(step * Math.Clamp(factor, 0.3, Fastest));
    }

    /// <summary>The next attempt after a rejected one.</summary>
    /// <param name="step">The rejected step [s].</param>
    /// <param name="error">Its error in units of the tolerance, above 1.</param>
    public double AfterFailure(double step, double error) => OnGrid(step * Math.Clamp(Safety * Math.Pow(error, -1.0 / errorOrder), Slowest, 0.9));
}
