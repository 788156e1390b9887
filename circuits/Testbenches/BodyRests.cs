using DevicePhys.Circuits.Cells;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>The rests of the body of a floating-body cell: where it is fed as much as it loses.</summary>
/// <remarks>The body is held by a source; where its current changes sign the open body is at rest, and the rests alternate: stable, unstable, stable.</remarks>
public static class BodyRests
{
    private const int Scan = 1000;

    /// <summary>Finds them.</summary>
    /// <param name="cell">The cell; its lines are at rest.</param>
    /// <param name="well">The well [V].</param>
    /// <returns>The voltages of the body, ascending [V].</returns>
    /// <exception cref="Errors.ConvergenceException">A transistor has no solution at some voltage.</exception>
    public static IReadOnlyList<double> Of(FloatingBodyCell cell, double well)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var simulation = Held(cell, well);
        var (rests, step) = (new List<double>(), 0.8 / Scan);
        for (var i = 1; i <= Scan; i++)
        {
            var (low, high) = (step * (i - 1), step * i);
            if (Current(simulation, low) > 0 == Current(simulation, high) > 0)
                continue;
            var sign = Current(simulation, low) > 0;
            for (var halving = 0; halving < 40; halving++)
            {
                var middle = 0.5 * (low + high);
                (low, high) = Current(simulation, middle) > 0 == sign ? (middle, high) : (low, middle);
            }

            rests.Add(low);
        }

        return rests;
    }

    /// <summary>The current that the body draws at a voltage [A]: below 0 where it rises by itself.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="well">The well [V].</param>
    /// <param name="body">[Points], the voltages [V].</param>
    /// <returns>[Points].</returns>
    public static IReadOnlyList<double> Currents(FloatingBodyCell cell, double well, IReadOnlyList<double> body)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var simulation = Held(cell, well);
        return [.. body.Select(voltage => Current(simulation, voltage))];
    }

    /// <summary>Writes a bit and leaves the cell alone.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="write">Which bit.</param>
    /// <param name="time">For how long [s].</param>
    /// <returns>The body at the end [V].</returns>
    /// <exception cref="Errors.ConvergenceException">The transient did not converge.</exception>
    public static double Kept(FloatingBodyCell cell, CellOperation write, double time)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var circuit = cell.Build(write);
        var simulation = CircuitEngines.Default.Prepare(circuit.Netlist, TransientOptions.AtTolerance(1e-5));
        simulation.Run(circuit.Stop + time);
        return simulation.Voltage(circuit.Stored.Plus);
    }

    private static ISimulation Held(FloatingBodyCell cell, double well) => CircuitEngines.Default.Prepare(new Netlist()
        .VoltageSource("Vwell", "well", Netlist.Ground, new Constant(well))
        .VoltageSource("Vbody", "body", Netlist.Ground, new Constant(0))
        .Device("QBit", ["well", "body", Netlist.Ground], cell.Bipolar, cell.Channel.Catalog)
        .Device("QSource", ["well", "body", Netlist.Ground], cell.Bipolar, cell.Channel.Catalog));

    private static double Current(ISimulation simulation, double body)
    {
        simulation.SetWaveform("Vbody", new Constant(body));
        simulation.Rest();
        return simulation.Current("Vbody");
    }
}
