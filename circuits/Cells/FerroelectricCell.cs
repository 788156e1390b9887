using DevicePhys.Cards;
using DevicePhys.Devices;
using DevicePhys.Waveforms;

namespace DevicePhys.Circuits.Cells;

/// <summary>The ferroelectric cell of one transistor and one capacitor: a read pulses the plate and senses whether the polarization turned.</summary>
/// <remarks>
/// Evans, Womack, IEEE JSSC 23, 1171 (1988). The bit line starts at 0; a cell that keeps a 1 turns on the plate pulse and puts 2 PR A more on it than one
/// that keeps a 0; the amplifier compares it with a reference between the two. The read destroys a 1; the plate, once down again, writes it
/// back from the amplified bit line. Departure: the transistors are those of the 1.2 V class, though the film needs more.
/// </remarks>
public sealed record FerroelectricCell : IBitCell
{
    private const string Film = "XFilm";

    /// <inheritdoc/>
    public string Name => "FeRAM";

    /// <inheritdoc/>
    public double Supply { get; init; } = 3;

    /// <inheritdoc/>
    public double Cycle { get; init; } = 1e-6;

    /// <summary>The card of the film, of the model FeramCapacitor.</summary>
    public Card Capacitor { get; init; } = DeviceCatalog.Default.Card("FeramCapacitor.Hzo");

    /// <summary>The access transistor.</summary>
    public SizedTransistor Access { get; init; } = SizedTransistor.Of("N130Lstp", 0.3e-6, 0.2e-6);

    /// <summary>The sense amplifier.</summary>
    public SenseAmplifier Sense { get; init; } = new();

    /// <summary>A bit line with all its cells [F].</summary>
    public double BitLine { get; init; } = 50e-15;

    /// <summary>What the bit line is compared with [V].</summary>
    public double Reference { get; init; } = 55e-3;

    /// <summary>The word line when selected [V].</summary>
    public double WordHigh { get; init; } = 4.2;

    /// <inheritdoc/>
    public BitCellCircuit Build(params IReadOnlyList<CellOperation> operations)
    {
        var slots = CellSlot.Of(operations, Cycle, 0.5);
        var edge = Cycle / 500;
        LineSchedule word = new(0, edge), plate = new(0, edge), idle = new(1, edge), write = new(0, edge), data = new(0, edge), dataBar = new(0, edge);
        var high = new LineSchedule(0, edge);
        foreach (var slot in slots.Where(slot => slot.Operation != CellOperation.Hold))
        {
            // The precharge takes what the word line couples into the bit line.
            idle.To(slot.At(0.08), 0).To(slot.At(0.92), 1);
            word.Pulse(slot.At(0.04), slot.At(0.88), WordHigh);

            // Up: reads, and writes a 0. Down while the bit line is up: writes a 1.
            plate.Pulse(slot.At(0.1), slot.At(0.55), Supply);
            high.Pulse(slot.At(0.35), slot.At(0.8), Supply);
            if (slot.Operation != CellOperation.Read)
            {
                var one = slot.Operation == CellOperation.Write1;
                write.Pulse(slot.At(0.36), slot.At(0.76), 1);
                (one ? data : dataBar).Pulse(slot.At(0.3), slot.At(0.78), Supply);
            }
        }

        var netlist = new Netlist()
            .VoltageSource("V_vdd", "vdd", Netlist.Ground, new Constant(Supply)).VoltageSource("V_ref", "ref", Netlist.Ground, new Constant(Reference))
            .Line("wl", word.Waveform, 1e5, 0.5e-15).Line("plate", plate.Waveform, 1e4, 5e-15)
            .Control("idle", idle.Waveform).Control("we", write.Waveform)
            .VoltageSource("V_d", "d", Netlist.Ground, data.Waveform).VoltageSource("V_db", "db", Netlist.Ground, dataBar.Waveform)
            .Capacitor("C_bl", "bl", Netlist.Ground, BitLine).Capacitor("C_blb", "blb", Netlist.Ground, BitLine)
            .Device(Film, ["plate", "sn"], Capacitor, Access.Catalog)
            .Connect("SPre", "bl", Netlist.Ground, "idle", 1e3).Connect("SPreBar", "blb", "ref", "idle", 1e3)
            .Connect("SWrite", "bl", "d", "we", 200).Connect("SWriteBar", "blb", "db", "we", 200);
        Access.AddTo(netlist, "MAccess", "bl", "wl", "sn", Netlist.Ground);
        Sense.AddTo(netlist, "bl", "blb", new Constant(0), high.Waveform);
        return new BitCellCircuit(
            netlist, slots, new("sn", Netlist.Ground) { Device = Film }, new("bl", "blb"), ["v(wl)", "v(plate)", "v(bl)", "v(blb)", "v(sn)", $"{Film}.s3"]);
    }
}
