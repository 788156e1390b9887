namespace DevicePhys.Circuits.Cells;

/// <summary>A bit cell between its lines, with sources that carry a sequence of operations out.</summary>
/// <param name="Netlist">The circuit. Its voltage sources are everything that delivers energy.</param>
/// <param name="Slots">The operations and their times.</param>
/// <param name="Stored">Where the cell keeps its bit.</param>
/// <param name="Sensed">Where a read shows it, at the slot's decision.</param>
/// <param name="Signals">What is worth a look, as <see cref="TraceProbe"/> names it.</param>
public sealed record BitCellCircuit(
    Netlist Netlist, IReadOnlyList<CellSlot> Slots, BitSignal Stored, BitSignal Sensed, IReadOnlyList<string> Signals)
{
    /// <summary>The end of the last slot [s].</summary>
    public double Stop => Slots[^1].Stop;
}
