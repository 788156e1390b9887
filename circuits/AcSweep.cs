using System.Numerics;
using DevicePhys.Circuits.Elements;
using DevicePhys.Errors;

namespace DevicePhys.Circuits;

/// <summary>How a circuit answers a small sine, for one frequency after the other.</summary>
/// <remarks>
/// F(x) + dQ(x)/dt = 0 linearised with the exact slopes of all models: (G + jωC) δx = excitation. Device states take part: a differential one with
/// jω δx = its rate's slopes, an algebraic one at once, counts and marks by their mean. A memristor between its thresholds is a resistor, one that drifts is
/// linearised as it passes by.
/// </remarks>
public static class AcSweep
{
    /// <summary>Sweeps the frequency.</summary>
    /// <param name="simulation">The circuit; it is linearised where it stands.</param>
    /// <param name="source">The source that swings by 1 V or 1 A.</param>
    /// <param name="frequencies">The frequencies, above 0 [Hz].</param>
    /// <param name="signals">What to record: "v(node)", "i(element)" and "device.state".</param>
    /// <returns>The phasors.</returns>
    /// <exception cref="ArgumentException">There is no such source or signal, a frequency is not above 0, or the engine has no small-signal
    /// analysis.</exception>
    /// <exception cref="ConvergenceException">No rest was found, or the linear circuit has no unique answer.</exception>
    public static AcResponse Run(ISimulation simulation, string source, IEnumerable<double> frequencies, params IReadOnlyList<string> signals)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        ArgumentNullException.ThrowIfNull(frequencies);
        ArgumentNullException.ThrowIfNull(signals);
        if (simulation is not ISmallSignal linear)
            throw new ArgumentException($"{source}: this engine has no small-signal analysis; the builtin one has.", nameof(simulation));
        double[] points = [.. frequencies];
        foreach (var frequency in points)
        {
            if (!(frequency > 0) || !double.IsFinite(frequency))
                throw new ArgumentOutOfRangeException(nameof(frequencies), frequency, "A frequency should be a finite number of hertz above 0.");
        }

        if (!simulation.Netlist.Elements.Any(e => e.Name == source && e is VoltageSource or CurrentSource))
            throw new ArgumentException($"There is no source '{source}' to sweep.", nameof(source));
        var phasors = new Complex[points.Length * signals.Count];
        linear.Respond(source, points, signals, phasors);
        return new AcResponse(points, [.. signals], phasors);
    }

    /// <summary>Frequencies at equal ratios, both ends included.</summary>
    /// <param name="from">The first, above 0 [Hz].</param>
    /// <param name="to">The last, above the first [Hz].</param>
    /// <param name="perDecade">How many to a decade, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
    public static double[] Decades(double from, double to, int perDecade)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(from);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(to, from);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(perDecade);
        var steps = Math.Max(1, (int)Math.Round(Math.Log10(to / from) * perDecade));
        return [.. Enumerable.Range(0, steps + 1).Select(i => i == steps ? to : from * Math.Pow(to / from, (double)i / steps))];
    }
}
