using DevicePhys.Circuits.Cells;
using DevicePhys.Models;
using DevicePhys.Traces;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>Records the voltage and the current of a resistive cell, and the states of its device.</summary>
internal sealed class SweepProbe(ResistiveCell cell, IReadOnlyList<StateVariable> states) : IProbe
{
    private readonly double[] row = new double[4 + states.Count];

    /// <summary>What has been recorded.</summary>
    public Trace Trace { get; } = new(
    [
        new("time", "s"), new("voltage", "V"), new("current", "A"), new("device", "V"),
        .. states.Select(state => new TraceColumn(state.Name, state.Unit)),
    ]);

    /// <inheritdoc/>
    public void Sample(ISimulation simulation)
    {
        var line = simulation.Voltage(ResistiveCell.Line);
        (row[0], row[1]) = (simulation.Time, line - simulation.Voltage(cell.Return));
        (row[2], row[3]) = (simulation.Current(ResistiveCell.Element), line - simulation.Voltage(cell.Below));
        simulation.State(ResistiveCell.Element).CopyTo(row.AsSpan(4));
        Trace.Append(row);
    }
}
