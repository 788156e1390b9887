using System.Globalization;

namespace DevicePhys.Waveforms;

/// <summary>A sine that starts at its zero crossing after a delay: offset + amplitude sin(2π frequency (t - delay)).</summary>
/// <remarks>Every zero crossing and every peak counts as a break, so that no solver, however idle its circuit, can step over a period.</remarks>
public sealed class Sine : Waveform
{
    /// <summary>Creates a sine.</summary>
    /// <param name="offset">The mean value, and the value before the delay [V or A].</param>
    /// <param name="amplitude">From the mean to a peak [V or A].</param>
    /// <param name="frequency">The frequency, above 0 [Hz].</param>
    /// <param name="delay">When it starts, at least 0 [s].</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite or out of its range.</exception>
    public Sine(double offset, double amplitude, double frequency, double delay = 0)
    {
        Offset = Check.Finite(offset);
        Amplitude = Check.Finite(amplitude);
        Frequency = Check.Positive(frequency);
        Delay = Check.NotNegative(delay);
    }

    /// <summary>The mean value [V or A].</summary>
    public double Offset { get; }

    /// <summary>From the mean to a peak [V or A].</summary>
    public double Amplitude { get; }

    /// <summary>The frequency [Hz].</summary>
    public double Frequency { get; }

    /// <summary>When it starts [s].</summary>
    public double Delay { get; }

    /// <inheritdoc/>
    public override double At(double time)
    {
        if (time <= Delay)
            return Offset;

        // The whole turns are taken off first: they carry no value but would carry the rounding of a long run.
        var turns = Frequency * (time - Delay);
        return Offset + (Amplitude * Math.Sin(2 * Math.PI * (turns - Math.Floor(turns))));
    }

    /// <inheritdoc/>
    public override double NextBreak(double time)
    {
        if (time < Delay)
            return Delay;
        for (var quarter = Math.Floor(4 * Frequency * (time - Delay)); ; quarter++)
        {
            var next = Delay + (quarter / (4 * Frequency));
            if (next > time)
                return next;
        }
    }

    /// <summary>The sine, as a netlist writes it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"sin({Offset:R} {Amplitude:R} {Frequency:R} {Delay:R})");
}
