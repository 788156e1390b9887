using DevicePhys.Waveforms;

namespace DevicePhys.Circuits.Cells;

/// <summary>The voltage of a line as a list of moves, each with the same edge.</summary>
/// <param name="rest">The voltage at first [V].</param>
/// <param name="edge">How long a move takes [s].</param>
internal sealed class LineSchedule(double rest, double edge)
{
    private readonly List<double> times = [0], values = [rest];

    /// <summary>The waveform.</summary>
    public Waveform Waveform => values.Count == 1 ? new Constant(rest) : new PiecewiseLinear(times, values);

    /// <summary>Starts to move to a voltage; a line that is there already stays.</summary>
    /// <param name="time">When the edge starts [s].</param>
    /// <param name="value">Where to [V].</param>
    public LineSchedule To(double time, double value)
    {
        if (value == values[^1])
            return this;
        times.AddRange([time, time + edge]);
        values.AddRange([values[^1], value]);
        return this;
    }

    /// <summary>Goes to a voltage and back to rest.</summary>
    public LineSchedule Pulse(double from, double to, double value) => To(from, value).To(to, rest);
}
