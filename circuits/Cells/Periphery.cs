using DevicePhys.Circuits.Elements;
using DevicePhys.Waveforms;

namespace DevicePhys.Circuits.Cells;

/// <summary>What stands around a cell: drivers and switches, as ideal as a testbench may have them.</summary>
/// <remarks>
/// A line is driven through a resistor much slower than the edge of its source, so that charging it costs C V² of the source and discharging
/// nothing, as with a real driver.
/// </remarks>
internal static class Periphery
{
    /// <summary>Above any leakage of a cell.</summary>
    private const double OffResistance = 1e18;

    /// <summary>Adds a driven line: a source, its resistance and the capacitance of the line.</summary>
    public static Netlist Line(this Netlist netlist, string node, Waveform drive, double resistance, double capacitance) => netlist
        .VoltageSource($"V_{node}", $"{node}_drive", Netlist.Ground, drive)
        .Resistor($"R_{node}", $"{node}_drive", node, resistance)
        .Capacitor($"C_{node}", node, Netlist.Ground, capacitance);

    /// <summary>Adds the source of a control signal between 0 and 1 V.</summary>
    public static Netlist Control(this Netlist netlist, string node, Waveform waveform) =>
        netlist.VoltageSource($"V_{node}", node, Netlist.Ground, waveform);

    /// <summary>Adds a switch that a control signal closes.</summary>
    public static Netlist Connect(this Netlist netlist, string name, string a, string b, string control, double resistance) =>
        netlist.Add(new Switch(name, a, b, control, Netlist.Ground, threshold: 0.5, width: 0.6, resistance, OffResistance));
}
