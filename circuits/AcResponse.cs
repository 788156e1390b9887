using System.Numerics;
using DevicePhys.Traces;

namespace DevicePhys.Circuits;

/// <summary>What <see cref="AcSweep"/> found: a phasor for every frequency and signal.</summary>
/// <param name="frequencies">[frequencies] [Hz].</param>
/// <param name="signals">[signals].</param>
/// <param name="phasors">[frequencies × signals], row-major, per 1 V or 1 A of the source.</param>
public sealed class AcResponse(double[] frequencies, string[] signals, Complex[] phasors)
{
    /// <summary>The frequencies [Hz].</summary>
    public IReadOnlyList<double> Frequencies => frequencies;

    /// <summary>The signals.</summary>
    public IReadOnlyList<string> Signals => signals;

    /// <summary>One signal's phasors.</summary>
    /// <param name="signal">The signal, as it was asked for.</param>
    /// <returns>[frequencies].</returns>
    /// <exception cref="ArgumentException">The signal was not asked for.</exception>
    public IReadOnlyList<Complex> this[string signal]
    {
        get
        {
            var place = Array.IndexOf(signals, signal);
            return place >= 0
                ? [.. Enumerable.Range(0, frequencies.Length).Select(i => phasors[(i * signals.Length) + place])]
                : throw new ArgumentException($"'{signal}' was not recorded; there are {string.Join(", ", signals)}.", nameof(signal));
        }
    }

    /// <summary>As a table: "frequency" [Hz], then gain [dB] and phase [deg] of every signal, the phase without leaps of a turn.</summary>
    public Trace ToTrace()
    {
        var trace = new Trace([new TraceColumn("frequency", "Hz"), .. signals.SelectMany(s => (TraceColumn[])[new($"gain {s}", "dB"), new($"phase {s}", "deg")])]);
        var row = new double[1 + (2 * signals.Length)];
        for (var i = 0; i < frequencies.Length; i++)
        {
            row[0] = frequencies[i];
            for (var s = 0; s < signals.Length; s++)
            {
                var phasor = phasors[(i * signals.Length) + s];
                var (phase, before) = (phasor.Phase * 180 / Math.PI, row[2 + (2 * s)]);
                row[1 + (2 * s)] = 20 * Math.Log10(phasor.Magnitude);
                row[2 + (2 * s)] = i == 0 ? phase : phase - (360 * Math.Round((phase - before) / 360));
            }

            trace.Append(row);
        }

        return trace;
    }
}
