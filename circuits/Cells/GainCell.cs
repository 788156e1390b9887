using DevicePhys.Waveforms;

namespace DevicePhys.Circuits.Cells;

/// <summary>The dynamic cell of two transistors: one writes a node, the other has its gate there and amplifies it.</summary>
/// <remarks>
/// The read does not destroy the bit: the read bit line, precharged to the supply, falls where the node is high, once the read word line (the source of
/// the read transistor) is pulled down. The node leaks through the write transistor. See Edri et al., IEEE TCAS-I 63, 222 (2016).
/// </remarks>
public sealed record GainCell : IDynamicCell
{
    /// <inheritdoc/>
    public string Name => "2T";

    /// <inheritdoc/>
    public double Supply { get; init; } = 1.2;

    /// <inheritdoc/>
    public double Cycle { get; init; } = 6e-9;

    /// <summary>The transistor that writes.</summary>
    public SizedTransistor Write { get; init; } = SizedTransistor.Of("N130Lstp", 0.16e-6, 0.2e-6);

    /// <summary>The transistor whose gate is the storage node.</summary>
    public SizedTransistor Read { get; init; } = SizedTransistor.Of("N130Lstp", 0.3e-6, 0.13e-6);

    /// <summary>What the storage node has beside the gate [F].</summary>
    public double Storage { get; init; } = 1e-15;

    /// <summary>A bit line with all its cells [F].</summary>
    public double BitLine { get; init; } = 50e-15;

    /// <summary>The share of one cell of a word line [F].</summary>
    public double WordLine { get; init; } = 0.5e-15;

    /// <summary>The write word line when selected [V].</summary>
    public double WordHigh { get; init; } = 2.0;

    /// <summary>The write word line at rest [V].</summary>
    public double WordLow { get; init; }

    /// <summary>The write bit line for a 1 [V]; null for the supply.</summary>
    public double? DataHigh { get; init; }

    /// <inheritdoc/>
    public string StorageNode => "sn";

    /// <inheritdoc/>
    public string BitLineSource => "V_wbl";

    /// <inheritdoc/>
    /// <remarks>Found by writing less and less: the same for both bits, since there is one reference.</remarks>
    public double Limit(bool bit)
    {
        var (low, high, limit) = (0.0, Supply, double.NaN);
        for (var halving = 0; halving < 10; halving++)
        {
            var circuit = (this with { DataHigh = 0.5 * (low + high) }).Build(CellOperation.Write1, CellOperation.Read);
            var simulation = CircuitEngines.Default.Prepare(circuit.Netlist);
            simulation.Run(circuit.Slots[0].Stop);
            limit = simulation.Voltage(StorageNode);
            simulation.Run(circuit.Slots[1].Decision);
            (low, high) = circuit.Sensed.Margin(simulation) > 0 ? (low, 0.5 * (low + high)) : (0.5 * (low + high), high);
        }

        return limit;
    }

    /// <inheritdoc/>
    public BitCellCircuit Build(params IReadOnlyList<CellOperation> operations)
    {
        var slots = CellSlot.Of(operations, Cycle, 0.7);
        var edge = Cycle / 200;
        LineSchedule word = new(WordLow, edge), data = new(0, edge), read = new(Supply, edge), idle = new(1, edge);
        foreach (var slot in slots.Where(slot => slot.Operation != CellOperation.Hold))
        {
            if (slot.Operation == CellOperation.Read)
            {
                idle.To(slot.At(0.04), 0).To(slot.At(0.85), 1);
                read.Pulse(slot.At(0.1), slot.At(0.8), 0);
                continue;
            }

            // The bit line stays until the word line is down.
            word.Pulse(slot.At(0.1), slot.At(0.65), WordHigh);
            data.To(slot.At(0.06), slot.Operation == CellOperation.Write1 ? DataHigh ?? Supply : 0).To(slot.At(0.85), 0);
        }

        var netlist = new Netlist()
            .VoltageSource("V_vdd", "vdd", Netlist.Ground, new Constant(Supply)).VoltageSource("V_ref", "ref", Netlist.Ground, new Constant(Supply / 2))
            .Line("wwl", word.Waveform, 1e5, WordLine).Line("wbl", data.Waveform, 1e3, BitLine).Line("rwl", read.Waveform, 1e3, WordLine)
            .Control("idle", idle.Waveform)
            .Capacitor("C_rbl", "rbl", Netlist.Ground, BitLine).Capacitor("C_sn", "sn", Netlist.Ground, Storage)
            .Connect("SPre", "rbl", "vdd", "idle", 1e3);
        Write.AddTo(netlist, "MWrite", "wbl", "wwl", "sn", Netlist.Ground);
        Read.AddTo(netlist, "MRead", "rbl", "sn", "rwl", Netlist.Ground);
        return new BitCellCircuit(netlist, slots, new("sn", "ref"), new("ref", "rbl"), ["v(wwl)", "v(rwl)", "v(wbl)", "v(rbl)", "v(sn)"]);
    }
}
