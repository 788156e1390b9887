using DevicePhys.Circuits;
using DevicePhys.Devices;
using DevicePhys.Waveforms;

namespace DevicePhys.Tests.Circuits.Classics;

/// <summary>Circuits that every SPICE has been tried on since SPICE2 (Nagel, ERL-M520, 1975), with values of our own and this library's transistors.</summary>
public static class SpiceClassics
{
    /// <summary>One transistor, 1 kOhm at the collector, 10 kOhm at the base, 5 V.</summary>
    /// <param name="input">The drive of "in" [V].</param>
    public static Netlist RtlInverter(Waveform input) => Bipolar(
        new Netlist().VoltageSource("VCC", "vcc", "0", new Constant(5)).VoltageSource("VIn", "in", "0", input)
            .Resistor("RB", "in", "b", 10e3).Resistor("RC", "vcc", "out", 1e3),
        ("Q1", "out", "b", "0"));

    /// <summary>Two transistors that share an emitter resistor; the collector of the first feeds the base of the second through a divider; 12 V.</summary>
    /// <param name="input">The drive of "in" [V].</param>
    public static Netlist SchmittTrigger(Waveform input) => Bipolar(
        new Netlist().VoltageSource("VCC", "vcc", "0", new Constant(12)).VoltageSource("VIn", "in", "0", input)
            .Resistor("RS", "in", "b1", 1e3).Resistor("RC1", "vcc", "c1", 4.7e3).Resistor("R1", "c1", "b2", 10e3).Resistor("R2", "b2", "0", 10e3)
            .Resistor("RC2", "vcc", "out", 1e3).Resistor("RE", "e", "0", 1e3),
        ("Q1", "c1", "b1", "e"), ("Q2", "out", "b2", "e"));

    /// <summary>A pair with 10 kOhm at each collector and a current mirror for its tail; ±12 V.</summary>
    /// <param name="input">The drive of "in" [V].</param>
    public static Netlist DifferentialPair(Waveform input) => Bipolar(
        new Netlist().VoltageSource("VCC", "vcc", "0", new Constant(12)).VoltageSource("VEE", "vee", "0", new Constant(-12)).VoltageSource("VIn", "in", "0", input)
            .Resistor("RS1", "in", "b1", 1e3).Resistor("RS2", "b2", "0", 1e3).Resistor("RC1", "vcc", "c1", 10e3).Resistor("RC2", "vcc", "out", 10e3)
            .Resistor("RBias", "vcc", "m", 20e3),
        ("Q1", "c1", "b1", "e"), ("Q2", "out", "b2", "e"), ("Q3", "e", "m", "vee"), ("Q4", "m", "m", "vee"));

    /// <summary>A CMOS inverter that biases itself through 1 MOhm, fed through 1 pF, loaded with 20 fF; 1.1 V.</summary>
    /// <param name="input">The drive of "in" [V].</param>
    public static Netlist MosAmplifier(Waveform input) => new Netlist()
        .VoltageSource("VDD", "vdd", "0", new Constant(1.1)).VoltageSource("VIn", "in", "0", input)
        .Capacitor("CIn", "in", "g", 1e-12).Resistor("RF", "g", "out", 1e6).Capacitor("CL", "out", "0", 20e-15)
        .Device("MN", ["out", "g", "0", "0"], DeviceCatalog.Default.Card("EkvMosfet.N65Hp"), DeviceCatalog.Default)
        .Device("MP", ["out", "g", "vdd", "vdd"], DeviceCatalog.Default.Card("EkvMosfet.P65Hp"), DeviceCatalog.Default);

    private static Netlist Bipolar(Netlist netlist, params (string Name, string Collector, string Base, string Emitter)[] transistors)
    {
        foreach (var (name, collector, control, emitter) in transistors)
            netlist.Device(name, [collector, control, emitter], DeviceCatalog.Default.Card("GummelPoon.Npn3904"), DeviceCatalog.Default);
        return netlist;
    }
}
