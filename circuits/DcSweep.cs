using DevicePhys.Errors;
using DevicePhys.Traces;
using DevicePhys.Waveforms;

namespace DevicePhys.Circuits;

/// <summary>The circuit at rest for one value of a source after the other.</summary>
public static class DcSweep
{
    /// <summary>Sweeps a source.</summary>
    /// <param name="simulation">The circuit; device states keep their values, the source keeps the last one.</param>
    /// <param name="source">The name of the source.</param>
    /// <param name="values">Its values, in order; every rest starts from the one before and so stays on its branch [V or A].</param>
    /// <param name="signals">What to record, as <see cref="TraceProbe"/> names it.</param>
    /// <returns>A column named as the source, then one per signal.</returns>
    /// <exception cref="ArgumentException">There is no such source or signal.</exception>
    /// <exception cref="ConvergenceException">A value has no rest that could be found.</exception>
    public static Trace Run(ISimulation simulation, string source, IEnumerable<double> values, params ReadOnlySpan<string> signals)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        ArgumentNullException.ThrowIfNull(values);
        var probe = new TraceProbe(simulation.Netlist, signals);
        var element = simulation.Netlist.Elements.FirstOrDefault(e => e.Name == source);
        var unit = element is Elements.CurrentSource ? "A" : "V";
        var trace = new Trace([new TraceColumn(source, unit), .. probe.Trace.Columns.Skip(1)]);
        Span<double> row = new double[signals.Length + 1];
        foreach (var value in values)
        {
            simulation.SetWaveform(source, new Constant(value));
            simulation.Rest();
            row[0] = value;
            probe.Read(simulation, row[1..]);
            trace.Append(row);
        }

        return trace;
    }
}
