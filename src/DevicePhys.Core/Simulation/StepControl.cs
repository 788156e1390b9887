namespace DevicePhys.Simulation;

/// <summary>How long the next step may be: the error estimates of the last two decide (a PI controller).</summary>
/// <param name="errorOrder">The power of the step that the error estimate grows with.</param>
/// <remarks>Gustafsson, ACM TOMS 17, 533 (1991). Not thread safe.</remarks>
internal sealed class StepControl(int errorOrder)
{
    private const double Safety = 0.85, Slowest = 0.1, Fastest = 8, Ln2 = 0.69314718055994531;
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
        // Logarithms to the base 2: what is kept of an error is at least 2^-7.
        var log = Log2(Math.Max(error, 1e-8));
        var factor = Safety * Exp2(((0.4 * logBefore) - (0.7 * log)) / errorOrder);
        logBefore = Math.Max(log, -7);
        return OnGrid(step * Math.Clamp(factor, 0.3, Fastest));
    }

    /// <summary>The next attempt after a rejected one.</summary>
    /// <param name="step">The rejected step [s].</param>
    /// <param name="error">Its error in units of the tolerance, above 1.</param>
    public double AfterFailure(double step, double error) => OnGrid(step * Math.Clamp(Safety * Exp2(Log2(error) / -errorOrder), Slowest, 0.9));

    /// <summary>The logarithm of a positive normal number to the base 2, within 1e-4: a step on a grid needs no more, and the next step waits for it.</summary>
    private static double Log2(double value)
    {
        // value = 2^e m with m from sqrt(1/2) to sqrt(2); ln m = 2 artanh s, s = (m - 1)/(m + 1), of which two terms are taken.
        const long sqrtHalf = 0x3FE6A09E667F3BCD;
        var shifted = BitConverter.DoubleToInt64Bits(Math.Min(value, double.MaxValue)) - sqrtHalf;
        var m = BitConverter.Int64BitsToDouble((shifted & 0x000FFFFFFFFFFFFF) + sqrtHalf);
        var s = (m - 1) / (m + 1);
        return (shifted >> 52) + (s * ((2 / Ln2) + (2 / (3 * Ln2) * s * s)));
    }

    /// <summary>A power of 2 with an exponent cut off at ±1000, within 5e-5.</summary>
    private static double Exp2(double exponent)
    {
        exponent = Math.Clamp(exponent, -1000, 1000);
        var whole = Math.Round(exponent);
        var x = (exponent - whole) * Ln2;
        var part = 1 + x + (x * x * (0.5 + (x * ((1 / 6.0) + (x / 24)))));
        return part * BitConverter.Int64BitsToDouble((1023 + (long)whole) << 52);
    }
}
