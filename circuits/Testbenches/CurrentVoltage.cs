using DevicePhys.Circuits.Cells;
using DevicePhys.Circuits.Elements;
using DevicePhys.Numbers;
using DevicePhys.Simulation;
using DevicePhys.Traces;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>The current of a resistive cell against its voltage, under a triangle of either, with compliance.</summary>
public static class CurrentVoltage
{
    /// <summary>Runs the sweep.</summary>
    /// <param name="cell">The cell; its device starts in the initial states of its model, unless the options say otherwise.</param>
    /// <param name="options">The triangle.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>
    /// "time" [s], "voltage" of the cell [V], "current" [A], "device" (the voltage of the device alone) [V], and the states of the device.
    /// </returns>
    /// <exception cref="ArgumentException">A value is out of range, or a state to start from is not one of the device.</exception>
    /// <exception cref="Errors.CardException">A card does not fit its model.</exception>
    /// <exception cref="Errors.ConvergenceException">The transient did not converge.</exception>
    public static Trace Run(ResistiveCell cell, CurrentVoltageOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        var netlist = Build(cell, options);
        var transient = TransientOptions.AtTolerance(1e-5) with { MaxStep = options.Period / options.Points };
        var simulation = CircuitEngines.Get(options.Engine).Prepare(netlist, transient);
        var device = netlist.Elements.OfType<TwoTerminalDevice>().First(element => element.Name == ResistiveCell.Element);
        if (options.Start.Count > 0)
            simulation.SetState(ResistiveCell.Element, StartStates.Of(device.Model.States, options.Start));
        var probe = new SweepProbe(cell, device.Model.States);
        simulation.Run(options.Loops * options.Period, probe: probe, cancellation: cancellation);
        return probe.Trace;
    }

    private static Netlist Build(ResistiveCell cell, CurrentVoltageOptions options)
    {
        var triangle = options.Triangles();
        if (options.CurrentDriven)
        {
            var driven = new Netlist().CurrentSource("IDrive", Netlist.Ground, ResistiveCell.Line, triangle);
            if (double.IsFinite(options.Compliance))
                driven.Device("XLimit", ResistiveCell.Line, Netlist.Ground, new VoltageLimit<Dual>(options.Compliance, Math.Max(options.Positive, options.Negative)));
            return cell.AddTo(driven);
        }

        var (high, low) = cell.Transistor is null ? (triangle, null) : SignedDrive.Split(triangle);
        var source = double.IsFinite(options.Compliance) ? "source" : ResistiveCell.Line;
        var netlist = new Netlist().VoltageSource(ResistiveCell.Source, source, Netlist.Ground, high);
        if (double.IsFinite(options.Compliance))
            netlist.Device("XLimit", source, ResistiveCell.Line, new CurrentLimit<Dual>(options.Compliance));
        return cell.AddTo(netlist, low);
    }
}
