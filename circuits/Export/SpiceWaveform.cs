using System.Globalization;
using DevicePhys.Waveforms;

namespace DevicePhys.Circuits.Export;

/// <summary>Waveforms as SPICE sources write them.</summary>
internal static class SpiceWaveform
{
    // SPICE reads a plateau of 0 s as one without end; this one is as good as none.
    private const double NoPlateau = 1e-9;

    /// <summary>The text after the nodes of a source.</summary>
    /// <exception cref="ArgumentException">SPICE has no such waveform.</exception>
    public static string Of(string source, Waveform waveform) => waveform switch
    {
        Constant constant => Call("DC ", constant.Value),
        PulseWaveform p => Call(
            "PULSE(", [p.Low, p.High, p.Delay, p.Rise, p.Fall, Math.Max(p.Width, NoPlateau * p.Rise), .. double.IsInfinity(p.Period) ? [] : (double[])[p.Period]]) + ")",
        Sine s => Call("SIN(", s.Offset, s.Amplitude, s.Frequency, s.Delay) + ")",
        Exponential e => Call("EXP(", e.Low, e.High, e.RiseDelay, e.RiseTime, double.IsInfinity(e.FallDelay) ? 1e30 : e.FallDelay, e.FallTime) + ")",
        PiecewiseLinear lines => Points(lines.Times.Zip(lines.Values)),
        PulseTrain train => Points(Corners(train)),
        _ => throw new ArgumentException($"{source}: SPICE has no waveform like a {waveform.GetType().Name}.", nameof(waveform)),
    };

    private static IEnumerable<(double Time, double Value)> Corners(PulseTrain train)
    {
        yield return (0, train.At(0));
        for (var time = train.NextBreak(0); double.IsFinite(time); time = train.NextBreak(time))
            yield return (time, train.At(time));
    }

    private static string Points(IEnumerable<(double Time, double Value)> points) =>
        Call("PWL(", [.. points.SelectMany(point => (double[])[point.Time, point.Value])]) + ")";

    private static string Call(string head, params double[] numbers) =>
        head + string.Join(' ', numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture)));
}
