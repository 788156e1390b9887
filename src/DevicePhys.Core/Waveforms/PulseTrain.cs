using System.Globalization;

namespace DevicePhys.Waveforms;

/// <summary>A train of trapezoidal pulses of one shape, each with a level of its own, over a baseline.</summary>
/// <remarks>
/// Pulse k starts to rise at delay + k period, is at its level from rise until rise + width after that, and back at the baseline a fall later.
/// Edges take time: a waveform without jumps is what makes a circuit's answer unique.
/// </remarks>
public sealed class PulseTrain : Waveform
{
    private readonly double[] levels;
    private readonly double top, fallStart, end;

    /// <summary>Creates a train.</summary>
    /// <param name="baseline">The value before, between and after the pulses [V or A].</param>
    /// <param name="levels">The level of each pulse, in order [V or A].</param>
    /// <param name="delay">When the first pulse starts to rise, at least 0 [s].</param>
    /// <param name="rise">How long an edge up takes, above 0 [s].</param>
    /// <param name="width">How long a pulse stays at its level, at least 0 [s].</param>
    /// <param name="fall">How long an edge down takes, above 0 [s].</param>
    /// <param name="period">From start to start, at least rise + width + fall [s].</param>
    /// <exception cref="ArgumentException">A number is not finite or out of its range, there is no pulse, or a pulse does not fit its
    /// period.</exception>
    public PulseTrain(double baseline, IReadOnlyList<double> levels, double delay, double rise, double width, double fall, double period)
    {
        ArgumentNullException.ThrowIfNull(levels);
        Baseline = Check.Finite(baseline);
        Delay = Check.NotNegative(delay);
        Rise = Check.Positive(rise);
        Width = Check.NotNegative(width);
        Fall = Check.Positive(fall);
        Period = Check.Positive(period);
        this.levels = [.. levels];
        foreach (var level in this.levels)
            Check.Finite(level, nameof(levels));
        if (this.levels.Length == 0)
            throw new ArgumentException("A pulse train should have at least one level.", nameof(levels));
        (top, fallStart, end) = (rise, rise + width, rise + width + fall);

        // A pulse as long as its period may miss it by the rounding of the sum.
        if (end > period * (1 + 1e-12))
            throw new ArgumentException($"A pulse of {end:R} s (rise + width + fall) should fit its period of {period:R} s.", nameof(period));
    }

    /// <summary>The value between pulses [V or A].</summary>
    public double Baseline { get; }

    /// <summary>The level of each pulse [V or A].</summary>
    public IReadOnlyList<double> Levels => levels;

    /// <summary>When the first pulse starts to rise [s].</summary>
    public double Delay { get; }

    /// <summary>How long an edge up takes [s].</summary>
    public double Rise { get; }

    /// <summary>How long a pulse stays at its level [s].</summary>
    public double Width { get; }

    /// <summary>How long an edge down takes [s].</summary>
    public double Fall { get; }

    /// <summary>From start to start [s].</summary>
    public double Period { get; }

    /// <inheritdoc/>
    public override double At(double time)
    {
        var k = Math.Min(PulseShape.Index(time, Delay, Period), levels.Length - 1);
        return k < 0 ? Baseline : PulseShape.At(time, Delay + (k * Period), top, fallStart, end, Baseline, levels[(int)k]);
    }

    /// <inheritdoc/>
    public override double NextBreak(double time)
    {
        var first = Math.Clamp(PulseShape.Index(time, Delay, Period) - 1, 0, levels.Length - 1);
        var last = Math.Min(first + 2, levels.Length - 1);
        var next = double.PositiveInfinity;
        for (var k = first; k <= last; k++)
            next = Math.Min(next, PulseShape.NextBreak(time, Delay + (k * Period), top, fallStart, end));
        return next;
    }

    /// <inheritdoc/>
    public override WaveformLine? Line(double time)
    {
        var k = Math.Clamp(PulseShape.Index(time, Delay, Period), 0, levels.Length - 1);
        var next = k < levels.Length - 1 ? Delay + ((k + 1) * Period) : double.PositiveInfinity;
        return PulseShape.Line(time, Delay + (k * Period), top, fallStart, end, Baseline, levels[(int)k], next);
    }

    /// <summary>The shape and the number of pulses, as a netlist writes them.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"train({levels.Length} x {Delay:R} {Rise:R} {Width:R} {Fall:R} {Period:R} over {Baseline:R})");
}
