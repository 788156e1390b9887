using DevicePhys.Sampling;

namespace DevicePhys.Devices.Memristors;

/// <summary>How far a programmed 1T1R array of oxide ReRAM has scattered from its targets, some time after write and verify.</summary>
/// <remarks>
/// Wan et al., Nature 608, 504 (2022), up to 40 µS; the standard deviation as a polynomial of r = G/GMax as fitted in IBM's aihwkit (inference/noise/reram.py, MIT). No drift of the mean.
/// Validity: r from 0 to 1, the three ages of the measurement. Thread safe.
/// </remarks>
public sealed class ProgrammedReram
{
    private const double LargestConductance = 40e-6;
    private readonly double[] coefficients;

    private ProgrammedReram(params double[] microsiemens) => coefficients = microsiemens;

    /// <summary>One second after programming.</summary>
    public static ProgrammedReram AfterOneSecond { get; } = new(0.348, 16.03, -43.85, 45.39, -16.82);

    /// <summary>One day after programming.</summary>
    public static ProgrammedReram AfterOneDay { get; } = new(0.701, 22.09, -50.77, 47.10, -16.46);

    /// <summary>Two days after programming.</summary>
    public static ProgrammedReram AfterTwoDays { get; } = new(0.782, 20.27, -43.51, 37.06, -11.93);

    /// <summary>The standard deviation of the devices programmed to a target [S].</summary>
    /// <param name="target">The target, 0 to 40 µS [S].</param>
    /// <exception cref="ArgumentOutOfRangeException">The target is out of the measured range.</exception>
    public double Spread(double target)
    {
        if (!(target >= 0 && target <= LargestConductance))
            throw new ArgumentOutOfRangeException(nameof(target), target, "The target should be within 0 and 40 µS.");
        var (share, sum) = (target / LargestConductance, 0.0);
        for (var i = coefficients.Length - 1; i >= 0; i--)
            sum = (sum * share) + coefficients[i];
        return 1e-6 * sum;
    }

    /// <summary>Draws a device: its conductance, at least 0 [S].</summary>
    /// <param name="target">The target, 0 to 40 µS [S].</param>
    /// <param name="random">The source of the draw.</param>
    public double Draw(double target, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return Math.Max(0, target + (Spread(target) * random.NextNormal()));
    }
}
