using System.Globalization;

namespace DevicePhys.Waveforms;

/// <summary>Straight lines between given points; constant before the first and after the last.</summary>
public sealed class PiecewiseLinear : Waveform
{
    private readonly double[] times, values;

    /// <summary>Creates a waveform from its points.</summary>
    /// <param name="times">Strictly rising times [s].</param>
    /// <param name="values">The value at each time [V or A].</param>
    /// <exception cref="ArgumentException">There is no point, the lists differ in length, a number is not finite or the times do not
    /// rise.</exception>
    public PiecewiseLinear(IReadOnlyList<double> times, IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(values);
        if (times.Count != values.Count || times.Count == 0)
            throw new ArgumentException($"{times.Count} times and {values.Count} values should be equally many and at least one.", nameof(values));
        this.times = [.. times];
        this.values = [.. values];
        for (var i = 0; i < this.times.Length; i++)
        {
            Check.Finite(this.times[i], nameof(times));
            Check.Finite(this.values[i], nameof(values));
            if (i > 0 && this.times[i] <= this.times[i - 1])
                throw new ArgumentException($"Times should rise strictly, but {this.times[i]:R} s follows {this.times[i - 1]:R} s.", nameof(times));
        }
    }

    /// <summary>The times of the points [s].</summary>
    public IReadOnlyList<double> Times => times;

    /// <summary>The values of the points [V or A].</summary>
    public IReadOnlyList<double> Values => values;

    /// <inheritdoc/>
    public override double At(double time)
    {
        var next = FirstAfter(time);
        if (next == 0)
            return values[0];
        var before = next - 1;
        return next == times.Length || time == times[before]
            ? values[before]
            : values[before] + ((values[next] - values[before]) * ((time - times[before]) / (times[next] - times[before])));
    }

    /// <inheritdoc/>
    public override double NextBreak(double time)
    {
        var next = FirstAfter(time);
        return next == times.Length ? double.PositiveInfinity : times[next];
    }

    /// <inheritdoc/>
    public override WaveformLine? Line(double time)
    {
        var next = FirstAfter(time);
        if (next == 0)
            return new(time, times[0], values[0], 0);
        var before = next - 1;
        return next == times.Length
            ? new(times[before], double.PositiveInfinity, values[before], 0)
            : new(times[before], times[next], values[before], (values[next] - values[before]) / (times[next] - times[before]));
    }

    /// <summary>The points, as a netlist writes them.</summary>
    public override string ToString() =>
        $"pwl({string.Join(' ', times.Zip(values, (time, value) => string.Create(CultureInfo.InvariantCulture, $"{time:R} {value:R}")))})";

    /// <summary>The index of the first point after a time, or the number of points.</summary>
    private int FirstAfter(double time)
    {
        var (low, high) = (0, times.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (times[middle] > time)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }
}
