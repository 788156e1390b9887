using DevicePhys.Cards;
using DevicePhys.Devices;
using DevicePhys.Waveforms;

namespace DevicePhys.Circuits.Cells;

/// <summary>The dynamic cell of one transistor and one capacitor (Dennard, US patent 3,387,286 (1968)), with precharge, sense amplifier and write-back.</summary>
/// <remarks>
/// Bit lines and plate rest at half the supply. A read lets the capacitor share its charge with the bit line, ΔV = (VCell - VPre) CS/(CS + CBL), and
/// the amplifier writes back what it decides; a write drives the lines before the amplifier is on. The word line is boosted, so that a 1 is stored at the full supply.
/// A word line that crosses a bit line couples into it; see <see cref="BitLineStyle"/>.
/// </remarks>
public sealed record DramCell : IDynamicCell
{
    private const int CellsOfLine = 128;
    private static readonly StoragePlate Flat = new(0.13e-6, 2.2e-9), Trench = Flat with { Depth = 0.2e-6 };

    /// <summary>The cell with a folded capacitor, as in MoSys's 1T-SRAM-Q: as large as the flat one, on less area, so that its bit line is shorter.</summary>
    /// <remarks>
    /// The plate reaches 0.2 µm down the side walls of a trench of some 0.35 µm, which leaves the rest of the oxide to isolate (reconstructed); 128 cells
    /// along a bit line (reconstructed). The area of the oxide is that of the flat capacitor, so that its leakage card is used as it is; traps of
    /// etched side walls are not in it.
    /// </remarks>
    public static DramCell Folded { get; } = new()
    {
        Plate = Trench, BitLine = Trench.BitLine(50e-15, Flat, 5e-15, CellsOfLine),
    };

    /// <inheritdoc/>
    public string Name => Style == BitLineStyle.Folded ? "1T-1C" : "1T-1C-open";

    /// <inheritdoc/>
    public double Supply { get; init; } = 1.2;

    /// <inheritdoc/>
    public double Cycle { get; init; } = 12e-9;

    /// <summary>Folded or open.</summary>
    public BitLineStyle Style { get; init; }

    /// <summary>The access transistor.</summary>
    public SizedTransistor Access { get; init; } = SizedTransistor.Of("N130Lstp", 0.16e-6, 0.13e-6);

    /// <summary>The storage capacitor [F].</summary>
    public double Storage { get; init; } = 5e-15;

    /// <summary>
    /// A card of the model StorageCapacitor that gives the capacitor the leakages of its junction, gate and dielectric; null for one without. Its
    /// capacitance is <see cref="Storage"/> and the access transistor leaks by itself.
    /// </summary>
    public Card? Leakage { get; init; } = DeviceCatalog.Default.Card("StorageCapacitor.Planar130");

    /// <summary>How the capacitor is laid out.</summary>
    public StoragePlate Plate { get; init; } = Flat;

    /// <summary>A bit line with all its cells [F].</summary>
    public double BitLine { get; init; } = 50e-15;

    /// <summary>The share of one cell of the word line [F].</summary>
    public double WordLine { get; init; } = 0.5e-15;

    /// <summary>What a word line and a bit line have where they cross [F].</summary>
    public double Crossing { get; init; } = 0.05e-15;

    /// <summary>The word line when selected [V].</summary>
    public double WordHigh { get; init; } = 2.0;

    /// <summary>The word line at rest [V]; below 0 it turns the access transistor off harder.</summary>
    public double WordLow { get; init; }

    /// <summary>The sense amplifier; null leaves the bit lines floating after the charge is shared.</summary>
    public SenseAmplifier? Sense { get; init; } = new();

    /// <summary>The signal the amplifier needs: its offset, noise and a margin [V].</summary>
    public double RequiredSignal { get; init; } = 30e-3;

    /// <summary>The same cell at another temperature.</summary>
    /// <param name="temperature">The temperature [K].</param>
    public DramCell At(double temperature) => this with
    {
        Access = Access.At(temperature), Sense = Sense?.At(temperature), Leakage = Leakage?.With("Temperature", temperature),
    };

    /// <inheritdoc/>
    public string StorageNode => "sn";

    /// <inheritdoc/>
    public string BitLineSource => "V_pre";

    /// <inheritdoc/>
    /// <remarks>Where the shared charge leaves just the signal that is required.</remarks>
    public double Limit(bool bit) => (Supply / 2) + ((bit ? 1 : -1) * RequiredSignal * (Storage + BitLine) / Storage);

    /// <inheritdoc/>
    public BitCellCircuit Build(params IReadOnlyList<CellOperation> operations)
    {
        var slots = CellSlot.Of(operations, Cycle, 0.6);
        var (edge, half) = (Cycle / 200, Supply / 2);
        LineSchedule word = new(WordLow, edge), idle = new(1, edge), write = new(0, edge), data = new(half, edge), dataBar = new(half, edge);
        LineSchedule low = new(half, edge), high = new(half, edge);
        foreach (var slot in slots.Where(slot => slot.Operation != CellOperation.Hold))
        {
            idle.To(slot.At(0.04), 0).To(slot.At(0.88), 1);
            word.Pulse(slot.At(0.08), slot.At(0.8), WordHigh);
            low.Pulse(slot.At(0.3), slot.At(0.85), 0);
            high.Pulse(slot.At(0.32), slot.At(0.85), Supply);
            if (slot.Operation != CellOperation.Read)
            {
                var one = slot.Operation == CellOperation.Write1;
                write.Pulse(slot.At(0.28), slot.At(0.7), 1);
                data.Pulse(slot.At(0.2), slot.At(0.74), one ? Supply : 0);
                dataBar.Pulse(slot.At(0.2), slot.At(0.74), one ? 0 : Supply);
            }
        }

        var netlist = new Netlist()
            .VoltageSource("V_vdd", "vdd", Netlist.Ground, new Constant(Supply)).VoltageSource("V_pre", "pre", Netlist.Ground, new Constant(half))
            .VoltageSource("V_plate", "plate", Netlist.Ground, new Constant(half))
            .Line("wl", word.Waveform, 1e5, WordLine)
            .Control("idle", idle.Waveform).Control("we", write.Waveform)
            .VoltageSource("V_d", "d", Netlist.Ground, data.Waveform).VoltageSource("V_db", "db", Netlist.Ground, dataBar.Waveform)
            .Capacitor("C_bl", "bl", Netlist.Ground, BitLine).Capacitor("C_blb", "blb", Netlist.Ground, BitLine)
            .Capacitor("C_cross", "wl", "bl", Crossing)
            .Connect("SPre", "bl", "pre", "idle", 1e3).Connect("SPreBar", "blb", "pre", "idle", 1e3)
            .Connect("SWrite", "bl", "d", "we", 200).Connect("SWriteBar", "blb", "db", "we", 200);
        if (Style == BitLineStyle.Folded)
            netlist.Capacitor("C_crossBar", "wl", "blb", Crossing);
        AddStorage(netlist);
        Access.AddTo(netlist, "MAccess", "bl", "wl", "sn", Netlist.Ground);
        Sense?.AddTo(netlist, "bl", "blb", low.Waveform, high.Waveform);
        return new BitCellCircuit(netlist, slots, new("sn", "pre"), new("bl", "blb"), ["v(wl)", "v(bl)", "v(blb)", "v(sn)"]);
    }

    // Charge against the plate; the leakages of the card go to the substrate at 0 V.
    private void AddStorage(Netlist netlist)
    {
        const double little = 1e-17;
        netlist.Capacitor("C_s", "sn", "plate", Leakage is null ? Storage : Storage - little);
        if (Leakage is { } card)
            netlist.Device("XStorage", ["sn", Netlist.Ground], card.With("CS", little).With("IS", 0).With("VGOff", WordLow), Access.Catalog);
    }
}
