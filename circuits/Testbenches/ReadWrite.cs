using DevicePhys.Circuits.Cells;
using DevicePhys.Simulation;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>Carries operations out on a bit cell and says what each of them read, left behind and cost.</summary>
public static class ReadWrite
{
    /// <summary>Runs a sequence.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="operations">What is done, in order.</param>
    /// <param name="transient">How exactly; null for a relative tolerance of 1e-4.</param>
    /// <param name="engine">The circuit engine.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="Errors.ConvergenceException">The transient did not converge.</exception>
    public static ReadWriteResult Run(
        IBitCell cell, IReadOnlyList<CellOperation> operations, TransientOptions? transient = null, string engine = "builtin", CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var circuit = cell.Build(operations);
        var simulation = CircuitEngines.Get(engine).Prepare(circuit.Netlist, transient ?? TransientOptions.AtTolerance(1e-4));
        var probe = new TraceProbe(circuit.Netlist, [.. circuit.Signals]);
        var sources = new SourceEnergy(circuit.Netlist);
        var outcomes = new List<OperationOutcome>();
        foreach (var slot in circuit.Slots)
        {
            var before = sources.Total(simulation);
            simulation.Run(slot.Decision, probe: probe, cancellation: cancellation);
            var sensed = circuit.Sensed.Margin(simulation);
            simulation.Run(slot.Stop, probe: probe, cancellation: cancellation);
            outcomes.Add(new OperationOutcome(slot, sensed, circuit.Stored.Margin(simulation), sources.Total(simulation) - before));
        }

        return new ReadWriteResult(circuit, outcomes, probe.Trace);
    }
}
