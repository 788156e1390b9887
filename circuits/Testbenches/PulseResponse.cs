using DevicePhys.Circuits.Cells;
using DevicePhys.Sampling;
using DevicePhys.Traces;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>The conductance of a resistive cell along a train: potentiation pulses, then depression pulses, read after each.</summary>
public static class PulseResponse
{
    /// <summary>Gives the train.</summary>
    /// <param name="cell">The cell; it starts where it conducts least.</param>
    /// <param name="pulses">Pulses of each kind, at least 1.</param>
    /// <param name="traces">How many times, each with jumps and C2C draws of its own; a device without either needs one.</param>
    /// <param name="options">Engine, catalog, tolerance and seed.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>"pulse" (their number so far) and one column "conductance" [S] per trace, numbered from 1.</returns>
    /// <exception cref="Errors.CardException">The card has no pulses, or does not fit its model.</exception>
    /// <exception cref="Errors.ConvergenceException">A transient did not converge.</exception>
    public static Trace Run(ResistiveCell cell, int pulses, int traces, CharacterizationOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(pulses, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(traces, 1);
        var trace = new Trace([new("pulse", ""), .. Enumerable.Range(1, traces).Select(number => new TraceColumn($"conductance {number}", "S"))]);
        var values = new double[traces][];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation };
        Parallel.For(0, traces, parallel, number => values[number] = One(cell, pulses, options, (ulong)number, cancellation));
        var row = new double[traces + 1];
        for (var pulse = 0; pulse <= 2 * pulses; pulse++)
        {
            row[0] = pulse;
            for (var number = 0; number < traces; number++)
                row[number + 1] = values[number][pulse];
            trace.Append(row);
        }

        return trace;
    }

    private static double[] One(ResistiveCell cell, int pulses, CharacterizationOptions options, ulong number, CancellationToken cancellation)
    {
        var random = new RandomStream(options.Seed, "pulse response", number);
        var programmer = new CellProgrammer(cell, options, random);
        var conductances = new double[(2 * pulses) + 1];
        conductances[0] = programmer.Conductance;
        for (var pulse = 1; pulse < conductances.Length; pulse++)
        {
            cancellation.ThrowIfCancellationRequested();
            programmer.Give(pulse <= pulses);
            conductances[pulse] = programmer.Conductance;
        }

        return conductances;
    }
}
