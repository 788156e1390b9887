using DevicePhys.Cards;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Sampling;

namespace DevicePhys.Devices.PhaseChange;

/// <summary>Draws phase-change devices of an array from the statistics of a <see cref="PcmStatistical{T}"/> card.</summary>
/// <remarks>Thread safe; the draws come from the caller's stream.</remarks>
public sealed class PcmSampler
{
    private readonly IReadable<Real> model;
    private readonly double gMax, firstRead, readTime;

    /// <summary>Reads a card.</summary>
    /// <param name="card">A card of <see cref="PcmStatistical{T}"/>.</param>
    /// <exception cref="Errors.CardException">The card does not fit.</exception>
    public PcmSampler(Card card)
    {
        ArgumentNullException.ThrowIfNull(card);
        model = (IReadable<Real>)DeviceCatalog.Default.Create<Real>(card);
        (gMax, firstRead, readTime) = (card.Value("GMax", "S"), card.Value("T0", "s"), card.Value("TRead", "s"));
    }

    /// <summary>The standard deviation of what programming gives [S].</summary>
    /// <param name="target">The target conductance [S].</param>
    public double ProgrammingSpread(double target) => At(target, 1);

    /// <summary>The mean drift exponent of a target.</summary>
    /// <param name="target">The target conductance [S].</param>
    public double MeanDriftExponent(double target) => At(target, 2);

    /// <summary>Programs a device: conductance at the first read [S], at least 0.</summary>
    /// <param name="target">The target conductance [S].</param>
    /// <param name="random">The source of the draw.</param>
    public double Program(double target, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return Math.Max(0, target + (ProgrammingSpread(target) * random.NextNormal()));
    }

    /// <summary>Draws the drift exponent of a device; never negative.</summary>
    /// <param name="target">The target conductance [S].</param>
    /// <param name="random">The source of the draw.</param>
    public double DrawDriftExponent(double target, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return Math.Abs(MeanDriftExponent(target) + (At(target, 3) * random.NextNormal()));
    }

    /// <summary>The conductance after drift [S].</summary>
    /// <param name="programmed">The conductance at the first read [S].</param>
    /// <param name="exponent">The drift exponent.</param>
    /// <param name="time">The time since programming, at least that of the first read [s].</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is before the first read.</exception>
    public double Drifted(double programmed, double exponent, double time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, firstRead);
        return programmed * Math.Pow(time / firstRead, -exponent);
    }

    /// <summary>The relative standard deviation of a read.</summary>
    /// <param name="target">The target conductance, which sets Q [S].</param>
    /// <param name="time">The time since programming [s].</param>
    public double ReadNoise(double target, double time) => At(target, 4) * Math.Sqrt(Math.Log((time + readTime) / (2 * readTime)));

    private double At(double conductance, int readout) => model.Read(readout, [conductance / gMax, 0]).Value;
}
