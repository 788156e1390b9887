using DevicePhys.Cards;
using DevicePhys.Devices;
using DevicePhys.Waveforms;

namespace DevicePhys.Circuits.Cells;

/// <summary>The bistable cell of one transistor in a floating body over a buried n well (Han et al., IEDM 2015, p. 684).</summary>
/// <remarks>
/// The body is the open base of two vertical npn transistors (bit line and source line are the emitters, the well is the collector). Above a
/// well voltage avalanche in the collector junction feeds the base as much as it loses at two body voltages: both are kept without refresh. The
/// bit is read by the body effect: the channel carries more where the body is high. Departures: Han's cell writes a 1 by impact ionisation in the
/// channel, which the channel model here has not, so that a 1 is written by raising the well. A 0 is written as there, by a bit line below ground that
/// draws the holes out; the well is lowered with it, or the transistor of the bit line would latch in its turn, and the word line too, or the channel would
/// conduct and hold the bit line up. The levels here are for 27 °C; <see cref="Testbenches.BodyLevels"/> finds those of another temperature. The numbers
/// of the card are a check calculation, not a published extraction.
/// </remarks>
public sealed record FloatingBodyCell : IBitCell
{
    /// <inheritdoc/>
    public string Name => "bistable";

    /// <inheritdoc/>
    public double Supply { get; init; } = 1.5;

    /// <inheritdoc/>
    public double Cycle { get; init; } = 500e-9;

    /// <summary>The channel.</summary>
    public SizedTransistor Channel { get; init; } = SizedTransistor.Of("N28Lstp", 0.06e-6, 0.04e-6);

    /// <summary>The vertical npn transistor, of the model GummelPoon.</summary>
    public Card Bipolar { get; init; } = DeviceCatalog.Default.Card("GummelPoon.FloatingBody");

    /// <summary>The word line in a read [V].</summary>
    public double WordHigh { get; init; } = 0.4;

    /// <summary>The bit line in a read [V].</summary>
    public double ReadVoltage { get; init; } = 0.2;

    /// <summary>The well while a 1 is written [V].</summary>
    public double WellHigh { get; init; } = 3;

    /// <summary>The well while a 0 is written [V].</summary>
    public double WellLow { get; init; }

    /// <summary>The bit line while a 0 is written [V].</summary>
    public double BitLow { get; init; } = -1.2;

    /// <summary>The unstable rest of the body: what lies above it becomes a 1 [V].</summary>
    public double Separatrix { get; init; } = 0.487;

    /// <summary>The drop across the sense resistor above which a read gives a 1 [V].</summary>
    public double SenseThreshold { get; init; } = 0.038;

    /// <summary>What measures the current of the bit line [Ohm].</summary>
    public double SenseResistance { get; init; } = 20e3;

    /// <summary>A bit line with all its cells [F].</summary>
    public double BitLine { get; init; } = 20e-15;

    /// <inheritdoc/>
    public BitCellCircuit Build(params IReadOnlyList<CellOperation> operations)
    {
        var slots = CellSlot.Of(operations, Cycle, 0.6);
        var edge = Cycle / 50;
        LineSchedule word = new(0, edge), line = new(0, edge), well = new(Supply, 3 * edge);
        foreach (var slot in slots)
        {
            switch (slot.Operation)
            {
                case CellOperation.Read:
                    word.Pulse(slot.At(0.1), slot.At(0.7), WordHigh);
                    line.Pulse(slot.At(0.1), slot.At(0.7), ReadVoltage);
                    break;
                case CellOperation.Write0:
                    line.Pulse(slot.At(0.1), slot.At(0.5), BitLow);
                    word.Pulse(slot.At(0.1), slot.At(0.5), BitLow);
                    well.Pulse(slot.At(0.1), slot.At(0.5), WellLow);
                    break;
                case CellOperation.Write1:
                    well.Pulse(slot.At(0.1), slot.At(0.5), WellHigh);
                    break;
            }
        }

        var netlist = new Netlist()
            .VoltageSource("V_well", "well", Netlist.Ground, well.Waveform)
            .VoltageSource("V_half", "half", Netlist.Ground, new Constant(Separatrix))
            .Line("wl", word.Waveform, 1e5, 0.1e-15).Line("bl", line.Waveform, SenseResistance, BitLine)
            .Device("QBit", ["well", "body", "bl"], Bipolar, Channel.Catalog)
            .Device("QSource", ["well", "body", Netlist.Ground], Bipolar, Channel.Catalog);
        Channel.AddTo(netlist, "MChannel", "bl", "wl", Netlist.Ground, "body");
        return new BitCellCircuit(
            netlist, slots, new("body", "half"), new("bl_drive", "bl", SenseThreshold), ["v(well)", "v(wl)", "v(bl)", "v(body)"]);
    }
}
