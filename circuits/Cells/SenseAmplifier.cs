using DevicePhys.Waveforms;

namespace DevicePhys.Circuits.Cells;

/// <summary>The latch that turns a small difference of two bit lines into a full one: two inverters that drive each other.</summary>
/// <remarks>
/// Its offset is a source in front of one gate pair: the amplifier decides for 1 where the bit line lies above the other by more than the offset.
/// At rest its rails stand at the precharge voltage.
/// </remarks>
public sealed record SenseAmplifier
{
    /// <summary>The n channel transistors.</summary>
    public SizedTransistor NChannel { get; init; } = SizedTransistor.Of("N130Lstp", 1.5e-6, 0.2e-6);

    /// <summary>The p channel transistors.</summary>
    public SizedTransistor PChannel { get; init; } = SizedTransistor.Of("P130Lstp", 2e-6, 0.2e-6);

    /// <summary>How far the bit line must lie above the other for a 1 [V].</summary>
    public double Offset { get; init; }

    /// <summary>The spread of the offset from the mismatch of the n channel pair, which decides first [V].</summary>
    public double OffsetSigma => Math.Sqrt(2) * NChannel.ThresholdSigma;

    /// <summary>The same amplifier at another temperature.</summary>
    /// <param name="temperature">The temperature [K].</param>
    public SenseAmplifier At(double temperature) => this with { NChannel = NChannel.At(temperature), PChannel = PChannel.At(temperature) };

    /// <summary>Adds the latch between two bit lines.</summary>
    /// <param name="netlist">The netlist; its node "vdd" is the supply, the bulk of the p channel.</param>
    /// <param name="line">The bit line.</param>
    /// <param name="other">The bit line it is compared with.</param>
    /// <param name="low">The voltage of the n channel rail.</param>
    /// <param name="high">The voltage of the p channel rail.</param>
    internal Netlist AddTo(Netlist netlist, string line, string other, Waveform low, Waveform high)
    {
        // A line above the other by the offset must look as high as the other one.
        netlist.VoltageSource("V_offset", "seen", other, new Constant(Offset))
            .VoltageSource("V_san", "san_drive", Netlist.Ground, low).Resistor("R_san", "san_drive", "san", 1e3)
            .VoltageSource("V_sap", "sap_drive", Netlist.Ground, high).Resistor("R_sap", "sap_drive", "sap", 1e3);
        NChannel.AddTo(netlist, "MSenseN", line, "seen", "san", Netlist.Ground);
        NChannel.AddTo(netlist, "MSenseNBar", other, line, "san", Netlist.Ground);
        PChannel.AddTo(netlist, "MSenseP", line, "seen", "sap", "vdd");
        return PChannel.AddTo(netlist, "MSensePBar", other, line, "sap", "vdd");
    }
}
