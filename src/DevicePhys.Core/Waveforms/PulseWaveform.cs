using System.Globalization;

namespace DevicePhys.Waveforms;

/// <summary>A trapezoidal pulse, once or again and again.</summary>
/// <remarks>SPICE's PULSE: at the low value until the delay, up within the rise, at the high value for the width, down within the fall.</remarks>
public sealed class PulseWaveform : Waveform
{
    private readonly double top, fallStart, end;

    /// <summary>Creates a pulse.</summary>
    /// <param name="low">The value before and between pulses [V or A].</param>
    /// <param name="high">The value of the pulse [V or A].</param>
    /// <param name="delay">When the first pulse starts to rise, at least 0 [s].</param>
    /// <param name="rise">How long the edge up takes, above 0 [s].</param>
    /// <param name="width">How long the pulse stays high, at least 0 [s].</param>
    /// <param name="fall">How long the edge down takes, above 0 [s].</param>
    /// <param name="period">From start to start, at least rise + width + fall [s]; infinite for a single pulse.</param>
    /// <exception cref="ArgumentException">A number is not finite or out of its range, or the pulse does not fit its period.</exception>
    public PulseWaveform(double low, double high, double delay, double rise, double width, double fall, double period = double.PositiveInfinity)
    {
        Low = Check.Finite(low);
        High = Check.Finite(high);
        Delay = Check.NotNegative(delay);
        Rise = Check.Positive(rise);
        Width = Check.NotNegative(width);
        Fall = Check.Positive(fall);
        Period = double.IsPositiveInfinity(period) ? period : Check.Positive(period);
        (top, fallStart, end) = (rise, rise + width, rise + width + fall);

        // A pulse as long as its period may miss it by the rounding of the sum.
        if (end > period * (1 + 1e-12))
            throw new ArgumentException($"A pulse of {end:R} s (rise + width + fall) should fit its period of {period:R} s.", nameof(period));
    }

    /// <summary>The value between pulses [V or A].</summary>
    public double Low { get; }

    /// <summary>The value of the pulse [V or A].</summary>
    public double High { get; }

    /// <summary>When the first pulse starts to rise [s].</summary>
    public double Delay { get; }

    /// <summary>How long the edge up takes [s].</summary>
    public double Rise { get; }

    /// <summary>How long the pulse stays high [s].</summary>
    public double Width { get; }

    /// <summary>How long the edge down takes [s].</summary>
    public double Fall { get; }

    /// <summary>From start to start [s]; infinite for a single pulse.</summary>
    public double Period { get; }

    /// <inheritdoc/>
    public override double At(double time) => PulseShape.At(time, Start(Index(time)), top, fallStart, end, Low, High);

    /// <inheritdoc/>
    public override double NextBreak(double time)
    {
        var k = Index(time);

        // Rounding can put the end of one pulse after the start of the next; the earliest corner of both neighbours is never skipped.
        var next = PulseShape.NextBreak(time, Start(k), top, fallStart, end);
        if (k > 0)
            next = Math.Min(next, PulseShape.NextBreak(time, Start(k - 1), top, fallStart, end));
        return double.IsInfinity(Period) ? next : Math.Min(next, Start(k + 1));
    }

    /// <inheritdoc/>
    public override WaveformLine? Line(double time)
    {
        var k = Index(time);
        return PulseShape.Line(time, Start(k), top, fallStart, end, Low, High, double.IsInfinity(Period) ? Period : Start(k + 1));
    }

    /// <summary>The pulse, as a netlist writes it.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"pulse({Low:R} {High:R} {Delay:R} {Rise:R} {Width:R} {Fall:R} {Period:R})");

    private double Index(double time) => double.IsInfinity(Period) ? 0 : Math.Max(0, PulseShape.Index(time, Delay, Period));

    private double Start(double k) => k == 0 ? Delay : Delay + (k * Period);
}
