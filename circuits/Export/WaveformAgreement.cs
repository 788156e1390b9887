using DevicePhys.Simulation;
using DevicePhys.Traces;

namespace DevicePhys.Circuits.Export;

/// <summary>How far two solutions of one circuit are apart: the largest difference of a signal over its span.</summary>
/// <param name="Signal">The worst signal.</param>
/// <param name="Deviation">Its largest difference, as a fraction of its span.</param>
/// <param name="Time">When [s].</param>
/// <param name="Points">How many points were compared.</param>
public sealed record WaveformAgreement(string Signal, double Deviation, double Time, int Points)
{
    /// <summary>Runs a netlist in ngspice and on an engine, and compares them at every point ngspice accepted.</summary>
    /// <param name="netlist">The circuit.</param>
    /// <param name="stop">The end of the transient [s].</param>
    /// <param name="longest">ngspice's longest step [s].</param>
    /// <param name="options">How exactly the engine solves.</param>
    /// <param name="engine">The engine; null for the builtin one.</param>
    /// <param name="smallest">A span below this counts as this: by signal, [its unit].</param>
    /// <param name="signals">The signals, as <see cref="TraceProbe"/> names them.</param>
    /// <exception cref="Errors.DataFileException">ngspice is missing or failed.</exception>
    public static WaveformAgreement WithNgspice(
        Netlist netlist, double stop, double longest, TransientOptions options, ICircuitEngine? engine, double smallest, params IReadOnlyList<string> signals)
    {
        ArgumentNullException.ThrowIfNull(signals);
        return Of(Ngspice.Transient(netlist, stop, longest, signals), netlist, options, engine, smallest);
    }

    /// <summary>Compares a solution with that of an engine, at every one of its points.</summary>
    /// <param name="theirs">The solution: "time" [s], then signals as <see cref="TraceProbe"/> names them.</param>
    /// <param name="netlist">The circuit.</param>
    /// <param name="options">How exactly the engine solves.</param>
    /// <param name="engine">The engine; null for the builtin one.</param>
    /// <param name="smallest">A span below this counts as this: by signal, [its unit].</param>
    /// <exception cref="Errors.ConvergenceException">The engine found no solution.</exception>
    public static WaveformAgreement Of(Trace theirs, Netlist netlist, TransientOptions options, ICircuitEngine? engine, double smallest)
    {
        ArgumentNullException.ThrowIfNull(theirs);
        string[] signals = [.. theirs.Columns.Skip(1).Select(column => column.Name)];
        var simulation = (engine ?? CircuitEngines.Default).Prepare(netlist, options);
        var probe = new TraceProbe(netlist, signals);
        for (var i = 0; i < theirs.Count; i++)
        {
            simulation.Run(theirs["time"][i]);
            probe.Sample(simulation);
        }

        var worst = new WaveformAgreement(signals[0], 0, 0, theirs.Count);
        foreach (var signal in signals)
        {
            var ours = probe.Trace[signal];
            var other = theirs[signal];
            var span = Math.Max(smallest, Span(ours));
            for (var i = 0; i < ours.Length; i++)
            {
                var deviation = Math.Abs(ours[i] - other[i]) / span;
                if (!(deviation <= worst.Deviation))
                    worst = worst with { Signal = signal, Deviation = deviation, Time = theirs["time"][i] };
            }
        }

        return worst;
    }

    private static double Span(ReadOnlySpan<double> values)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        return high - low;
    }
}
