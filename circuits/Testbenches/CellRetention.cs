using DevicePhys.Circuits.Cells;
using DevicePhys.Simulation;
using DevicePhys.Traces;
using DevicePhys.Waveforms;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>How the charge of a dynamic cell leaks away after a write.</summary>
/// <param name="Trace">"time" since the write [s] and "stored", the storage node [V].</param>
/// <param name="Limit">The storage node at which a read begins to fail [V].</param>
/// <param name="Time">When it is reached [s]; infinite where it is not.</param>
public sealed record CellRetention(Trace Trace, double Limit, double Time)
{
    /// <summary>Writes a bit and waits.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="bit">The bit.</param>
    /// <param name="line">The bit line meanwhile [V]; null where the cell rests it.</param>
    /// <param name="longest">How long to wait [s].</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="Errors.ConvergenceException">The transient did not converge.</exception>
    public static CellRetention Run(IDynamicCell cell, bool bit, double? line, double longest, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (!(longest > 0 && double.IsFinite(longest)))
            throw new ArgumentOutOfRangeException(nameof(longest), longest, "The wait should be a finite time above 0.");
        var circuit = cell.Build(bit ? CellOperation.Write1 : CellOperation.Write0);
        var simulation = CircuitEngines.Default.Prepare(circuit.Netlist, TransientOptions.AtTolerance(1e-5));
        simulation.Run(circuit.Stop, cancellation: cancellation);
        if (line is { } held)
            simulation.SetWaveform(cell.BitLineSource, new Constant(held));
        var (trace, limit) = (new Trace(new TraceColumn("time", "s"), new TraceColumn("stored", "V")), cell.Limit(bit));
        trace.Append(0, simulation.Voltage(cell.StorageNode));

        // Points by decade: the charge may last for a microsecond or a year.
        const int perDecade = 16;
        for (var point = 0; simulation.Time - circuit.Stop < longest; point++)
        {
            var time = Math.Min(longest, 1e-9 * Math.Pow(10, (double)point / perDecade));
            simulation.Run(circuit.Stop + time, cancellation: cancellation);
            trace.Append(time, simulation.Voltage(cell.StorageNode));
            if (time == longest)
                break;
        }

        return new CellRetention(trace, limit, Crossing(trace, limit, bit));
    }

    /// <summary>When the stored voltage passes the limit; 0 where it never was on the right side.</summary>
    private static double Crossing(Trace trace, double limit, bool bit)
    {
        var time = trace["time"];
        var stored = trace["stored"];
        for (var i = 0; i < stored.Length; i++)
        {
            if ((stored[i] - limit) * (bit ? 1 : -1) > 0)
                continue;
            return i == 0 ? 0 : time[i - 1] + ((time[i] - time[i - 1]) * (stored[i - 1] - limit) / (stored[i - 1] - stored[i]));
        }

        return double.PositiveInfinity;
    }
}
