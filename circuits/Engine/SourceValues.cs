using DevicePhys.Waveforms;

namespace DevicePhys.Circuits.Engine;

/// <summary>The values of all sources at one time, kept until the time changes.</summary>
/// <remarks>
/// Most waveforms are straight between two breaks: the piece a time lies on is kept, and is asked for anew only where it ends. A piece whose value is
/// not a number is curved.
/// </remarks>
internal sealed class SourceValues(IEnumerable<Waveform> waveforms)
{
    private readonly Waveform[] waveforms = [.. waveforms];
    private readonly double[] values = new double[waveforms.Count()];
    private readonly WaveformLine[] lines = new WaveformLine[waveforms.Count()];
    private double time = double.NaN, breakFrom = double.NaN, breakAt = double.NaN;

    /// <summary>The number of sources.</summary>
    public int Count => values.Length;

    /// <summary>The value of one source at the time [V or A].</summary>
    public double this[int source] => values[source];

    /// <summary>The values of all sources at the time [V or A].</summary>
    public ReadOnlySpan<double> All => values;

    /// <summary>Grows whenever the values may have changed.</summary>
    public long Version { get; private set; }

    /// <summary>Goes to a time.</summary>
    public void MoveTo(double now)
    {
        if (now == time)
            return;
        time = now;
        Version++;
        for (var i = 0; i < values.Length; i++)
        {
            ref var line = ref lines[i];
            if (!line.Holds(now))
                line = waveforms[i].Line(now) ?? new WaveformLine(now, waveforms[i].NextBreak(now), double.NaN, 0);
            values[i] = double.IsNaN(line.Value) || !line.Holds(now) ? waveforms[i].At(now) : line.At(now);
        }
    }

    /// <summary>Replaces one waveform.</summary>
    public void Replace(int source, Waveform waveform)
    {
        waveforms[source] = waveform;
        lines[source] = default;
        (time, breakFrom) = (double.NaN, double.NaN);
    }

    /// <summary>The first break of any source after a time.</summary>
    public double NextBreak(double after)
    {
        if (after >= breakFrom && after < breakAt)
            return breakAt;
        var next = double.PositiveInfinity;
        foreach (var waveform in waveforms)
            next = Math.Min(next, waveform.NextBreak(after));
        (breakFrom, breakAt) = (after, next);
        return next;
    }
}
