using DevicePhys.Waveforms;

namespace DevicePhys.Circuits.Engine;

/// <summary>The values of all sources at one time, kept until the time changes.</summary>
internal sealed class SourceValues(IEnumerable<Waveform> waveforms)
{
    private readonly Waveform[] waveforms = [.. waveforms];
    private readonly double[] values = new double[waveforms.Count()];
    private double time = double.NaN;

    /// <summary>The number of sources.</summary>
    public int Count => values.Length;

    /// <summary>The value of one source at the time [V or A].</summary>
    public double this[int source] => values[source];

    /// <summary>Goes to a time.</summary>
    public void MoveTo(double now)
    {
        if (now == time)
            return;
        time = now;
        for (var i = 0; i < values.Length; i++)
            values[i] = waveforms[i].At(now);
    }

    /// <summary>Replaces one waveform.</summary>
    public void Replace(int source, Waveform waveform)
    {
        waveforms[source] = waveform;
        time = double.NaN;
    }

    /// <summary>The first break of any source after a time.</summary>
    public double NextBreak(double after)
    {
        var next = double.PositiveInfinity;
        foreach (var waveform in waveforms)
            next = Math.Min(next, waveform.NextBreak(after));
        return next;
    }
}
