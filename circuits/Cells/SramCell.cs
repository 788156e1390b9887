using DevicePhys.Waveforms;

namespace DevicePhys.Circuits.Cells;

/// <summary>The static cell of six transistors: two inverters that hold each other, and two access transistors.</summary>
/// <remarks>
/// Sizes after the usual proportions of a 6T cell: pull-down widest, so that a read does not flip it (Seevinck, List, Lohstroh, IEEE JSSC 22, 748
/// (1987)), pull-up weakest, so that a write does. Both bit lines are precharged to the supply; a read lets one of them fall until the word line closes.
/// The word line and its driver are the share of one cell.
/// </remarks>
public sealed record SramCell : IBitCell
{
    /// <inheritdoc/>
    public string Name => "6T";

    /// <inheritdoc/>
    public double Supply { get; init; } = 1.2;

    /// <inheritdoc/>
    public double Cycle { get; init; } = 4e-9;

    /// <summary>The transistors that pull a node down.</summary>
    public SizedTransistor PullDown { get; init; } = SizedTransistor.Of("N130Lstp", 0.28e-6, 0.13e-6);

    /// <summary>The transistors between a node and its bit line.</summary>
    public SizedTransistor Access { get; init; } = SizedTransistor.Of("N130Lstp", 0.2e-6, 0.15e-6);

    /// <summary>The transistors that pull a node up.</summary>
    public SizedTransistor PullUp { get; init; } = SizedTransistor.Of("P130Lstp", 0.18e-6, 0.13e-6);

    /// <summary>The threshold shifts of the six [V], in the order of <see cref="Transistors"/>: a mismatch, or none.</summary>
    public IReadOnlyList<double> Mismatch { get; init; } = [0, 0, 0, 0, 0, 0];

    /// <summary>A bit line with all its cells [F].</summary>
    public double BitLine { get; init; } = 90e-15;

    /// <summary>The share of one cell of the word line [F].</summary>
    public double WordLine { get; init; } = 0.5e-15;

    /// <summary>The names of the transistors: pull-down, access and pull-up of the true side, then of the other.</summary>
    public static IReadOnlyList<string> Transistors { get; } = ["MDown", "MAccess", "MUp", "MDownBar", "MAccessBar", "MUpBar"];

    /// <summary>The same cell at another temperature.</summary>
    /// <param name="temperature">The temperature [K].</param>
    public SramCell At(double temperature) =>
        this with { PullDown = PullDown.At(temperature), Access = Access.At(temperature), PullUp = PullUp.At(temperature) };

    /// <inheritdoc/>
    public BitCellCircuit Build(params IReadOnlyList<CellOperation> operations)
    {
        var slots = CellSlot.Of(operations, Cycle, 0.6);
        var edge = Cycle / 100;
        LineSchedule word = new(0, edge), idle = new(1, edge), write = new(0, edge), data = new(Supply, edge), dataBar = new(Supply, edge);
        foreach (var slot in slots.Where(slot => slot.Operation != CellOperation.Hold))
        {
            // A read closes as soon as the bit is decided; a write has the time it needs.
            idle.To(slot.At(0.05), 0).To(slot.At(0.75), 1);
            word.Pulse(slot.At(0.1), slot.At(slot.Operation == CellOperation.Read ? 0.6 : 0.7), Supply);
            if (slot.Operation is CellOperation.Write0 or CellOperation.Write1)
            {
                write.Pulse(slot.At(0.08), slot.At(0.72), 1);
                (slot.Operation == CellOperation.Write0 ? data : dataBar).Pulse(slot.At(0.06), slot.At(0.74), 0);
            }
        }

        var netlist = new Netlist().VoltageSource("V_vdd", "vdd", Netlist.Ground, new Constant(Supply));
        AddCell(netlist);
        netlist.Line("wl", word.Waveform, 1e5, WordLine)
            .Control("idle", idle.Waveform).Control("we", write.Waveform)
            .VoltageSource("V_pre", "pre", Netlist.Ground, new Constant(Supply))
            .VoltageSource("V_d", "d", Netlist.Ground, data.Waveform).VoltageSource("V_db", "db", Netlist.Ground, dataBar.Waveform)
            .Capacitor("C_bl", "bl", Netlist.Ground, BitLine).Capacitor("C_blb", "blb", Netlist.Ground, BitLine)
            .Connect("SPre", "bl", "pre", "idle", 1e3).Connect("SPreBar", "blb", "pre", "idle", 1e3)
            .Connect("SWrite", "bl", "d", "we", 1e3).Connect("SWriteBar", "blb", "db", "we", 1e3);
        return new BitCellCircuit(netlist, slots, new("q", "qb"), new("bl", "blb"), ["v(wl)", "v(bl)", "v(blb)", "v(q)", "v(qb)"]);
    }

    /// <summary>Half of the cell with its loop cut open: node "in" drives the inverter and the access transistor whose node is "out".</summary>
    /// <param name="bar">The other half.</param>
    /// <param name="reading">Whether the word line is up and the bit line at the supply.</param>
    /// <returns>The circuit; source "V_in" is at 0 V.</returns>
    public Netlist Half(bool bar, bool reading)
    {
        var netlist = new Netlist()
            .VoltageSource("V_vdd", "vdd", Netlist.Ground, new Constant(Supply)).VoltageSource("V_in", "in", Netlist.Ground, new Constant(0))
            .VoltageSource("V_wl", "wl", Netlist.Ground, new Constant(reading ? Supply : 0)).VoltageSource("V_bl", "bl", Netlist.Ground, new Constant(Supply));
        AddSide(netlist, bar, "in", "out", "bl");
        return netlist;
    }

    private void AddCell(Netlist netlist)
    {
        AddSide(netlist, bar: false, "qb", "q", "bl");
        AddSide(netlist, bar: true, "q", "qb", "blb");
    }

    private void AddSide(Netlist netlist, bool bar, string input, string output, string line)
    {
        var first = bar ? 3 : 0;
        Shifted(PullDown, first).AddTo(netlist, Transistors[first], output, input, Netlist.Ground, Netlist.Ground);
        Shifted(Access, first + 1).AddTo(netlist, Transistors[first + 1], line, "wl", output, Netlist.Ground);
        Shifted(PullUp, first + 2).AddTo(netlist, Transistors[first + 2], output, input, "vdd", "vdd");
    }

    private SizedTransistor Shifted(SizedTransistor transistor, int place) =>
        Mismatch[place] == 0 ? transistor : transistor.Shifted(Mismatch[place]);
}
