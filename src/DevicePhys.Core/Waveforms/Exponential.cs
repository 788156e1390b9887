using System.Globalization;

namespace DevicePhys.Waveforms;

/// <summary>A rise that approaches a level exponentially, and from a second time on a fall that approaches the first level again.</summary>
/// <remarks>SPICE's EXP.</remarks>
public sealed class Exponential : Waveform
{
    /// <summary>Creates an exponential pulse.</summary>
    /// <param name="low">The value before the rise [V or A].</param>
    /// <param name="high">The value the rise approaches [V or A].</param>
    /// <param name="riseDelay">When the rise starts, at least 0 [s].</param>
    /// <param name="riseTime">The time constant of the rise, above 0 [s].</param>
    /// <param name="fallDelay">When the fall starts, after the rise [s]; infinite for none.</param>
    /// <param name="fallTime">The time constant of the fall, above 0 [s].</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite or out of its range.</exception>
    public Exponential(double low, double high, double riseDelay, double riseTime, double fallDelay = double.PositiveInfinity, double fallTime = 1)
    {
        Low = Check.Finite(low);
        High = Check.Finite(high);
        RiseDelay = Check.NotNegative(riseDelay);
        RiseTime = Check.Positive(riseTime);
        FallDelay = fallDelay > riseDelay
            ? fallDelay
            : throw new ArgumentOutOfRangeException(nameof(fallDelay), fallDelay, "The fall should start after the rise.");
        FallTime = Check.Positive(fallTime);
    }

    /// <summary>The value before the rise [V or A].</summary>
    public double Low { get; }

    /// <summary>The value the rise approaches [V or A].</summary>
    public double High { get; }

    /// <summary>When the rise starts [s].</summary>
    public double RiseDelay { get; }

    /// <summary>The time constant of the rise [s].</summary>
    public double RiseTime { get; }

    /// <summary>When the fall starts [s].</summary>
    public double FallDelay { get; }

    /// <summary>The time constant of the fall [s].</summary>
    public double FallTime { get; }

    /// <inheritdoc/>
    public override double At(double time)
    {
        if (time <= RiseDelay)
            return Low;
        var risen = Low + ((High - Low) * (1 - Math.Exp(-(time - RiseDelay) / RiseTime)));
        return time <= FallDelay ? risen : risen + ((Low - High) * (1 - Math.Exp(-(time - FallDelay) / FallTime)));
    }

    /// <inheritdoc/>
    public override double NextBreak(double time) =>
        time < RiseDelay ? RiseDelay : time < FallDelay ? FallDelay : double.PositiveInfinity;

    /// <summary>The pulse, as a netlist writes it.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"exp({Low:R} {High:R} {RiseDelay:R} {RiseTime:R} {FallDelay:R} {FallTime:R})");
}
