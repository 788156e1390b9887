using MathNet.Numerics.Distributions;

namespace DevicePhys.Tables;

/// <summary>How long the cells of a population keep a bit: a log-normal main part with a tail of its own slope.</summary>
/// <param name="Median">The time that half of the cells exceed [s]; infinite where the bit is never lost.</param>
/// <param name="Sigma">Standard deviation of ln t of the main part.</param>
/// <param name="TailSigma">The same of the short-lived tail, at least 0.</param>
/// <param name="TailStart">Where the tail begins, in standard deviations from the median, below 0.</param>
/// <remarks>
/// ln t(z) = ln Median + Sigma z down to z = TailStart and goes on with the slope TailSigma below; z is standard normal. Where weak inversion of one
/// transistor empties the cell, Sigma = σ(VT)/(n UT) (Edri et al., IEEE TCAS-I 63(2), 222 (2016)). Two slopes: Saino et al., IEDM 2000.
/// </remarks>
public sealed record RetentionLaw(double Median, double Sigma, double TailSigma, double TailStart)
{
    /// <summary>A bit that is never lost.</summary>
    public static RetentionLaw Never { get; } = new(double.PositiveInfinity, 0, 0, -2);

    /// <summary>The share of cells that have lost the bit.</summary>
    /// <param name="time">Time since the last refresh, at least 0 [s].</param>
    public double Lost(double time)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(time);
        if (time == 0 || double.IsInfinity(Median))
            return 0;
        var distance = Math.Log(time / Median);
        var knee = Sigma * TailStart;
        return Normal.CDF(0, 1, distance >= knee ? Divided(distance, Sigma) : TailStart + Divided(distance - knee, TailSigma));
    }

    /// <summary>When a share of the cells has lost the bit.</summary>
    /// <param name="share">The share, between 0 and 1.</param>
    /// <returns>The time [s].</returns>
    public double Until(double share)
    {
        if (!(share > 0 && share < 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "The share of lost bits should lie between 0 and 1.");
        if (double.IsInfinity(Median))
            return double.PositiveInfinity;
        var z = Normal.InvCDF(0, 1, share);
        return Median * Math.Exp((Sigma * Math.Max(z, TailStart)) + (TailSigma * Math.Min(0, z - TailStart)));
    }

    // A population without spread loses all its bits at once.
    private static double Divided(double distance, double sigma) => sigma > 0 ? distance / sigma
        : distance == 0 ? 0 : double.CopySign(double.PositiveInfinity, distance);
}
