namespace DevicePhys.Devices.Memristors;

/// <summary>The nonlinearity label NL by which published LTP and LTD curves are named, and the curvature it stands for.</summary>
/// <remarks>
/// The curve y = (1 - exp(-c p))/(1 - exp(-c)) deviates most from the diagonal where its slope is 1; with k = c/(1 - exp(-c)) that largest
/// perpendicular distance is (k - 1 - ln k)/(c √2). The label is this distance over 0.07 (our closed form; it agrees with all 900 rows of the
/// table that came with the NeuroSim benchmark to better than 0.005, half its step).
/// </remarks>
public static class Nonlinearity
{
    private const double Unit = 0.07;

    // The straight line and its neighbourhood: NL = c/(8 √2 0.07) up to c².
    private const double Flat = 1e-3;

    // Distance of the step curve (infinite curvature) from the diagonal, in labels.
    private static readonly double Largest = 1 / (Math.Sqrt(2) * Unit);

    /// <summary>The label of a curvature.</summary>
    /// <param name="curvature">1/A in units of a full run of pulses; above 0 for a curve that starts steeply.</param>
    /// <returns>NL, of the sign of the curvature, between -10.1 and 10.1.</returns>
    public static double Label(double curvature)
    {
        var c = Math.Abs(curvature);
        if (c < Flat)
            return curvature / (8 * Math.Sqrt(2) * Unit);
        var k = -c / (Math.Exp(-c) - 1);
        return Math.CopySign((k - 1 - Math.Log(k)) / (c * Math.Sqrt(2) * Unit), curvature);
    }

    /// <summary>The curvature of a label.</summary>
    /// <param name="label">NL, between -9.9 and 9.9.</param>
    /// <returns>The curvature c; the normalised A of the benchmark is 1/c.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No curve of practical curvature has such a label.</exception>
    public static double Curvature(double label)
    {
        var size = Math.Abs(label);
        if (!(size <= 0.98 * Largest))
            throw new ArgumentOutOfRangeException(nameof(label), label, "A nonlinearity label should be between -9.9 and 9.9.");
        var (low, high) = (0.0, 1e3);
        while (high - low > 1e-14 * high)
        {
            var middle = 0.5 * (low + high);
            if (middle <= low || middle >= high)
                break;
            (low, high) = Label(middle) < size ? (middle, high) : (low, middle);
        }

        return Math.CopySign(0.5 * (low + high), label);
    }
}
