using DevicePhys.Circuits;
using DevicePhys.Numbers;
using DevicePhys.Tests.Simulation;
using DevicePhys.Waveforms;
using Xunit;

namespace DevicePhys.Tests.Circuits;

public sealed class NetlistTests
{
    private static string Message(Action action) => Assert.ThrowsAny<ArgumentException>(action).Message;

    private static void Prepare(Netlist netlist) => CircuitEngines.Get("builtin").Prepare(netlist);

    [Fact]
    public void A_netlist_describes_itself_in_one_line() =>
        Assert.Equal(
            "V1 in 0 pulse(0 1.5 0 1E-09 5E-08 1E-09 1E-07) V; R1 in m 1000 Ohm; C1 m 0 1E-12 F; I1 m 0 2 A; M1 m 0 LinearDrift",
            new Netlist()
                .VoltageSource("V1", "in", "0", new PulseWaveform(0, 1.5, 0, 1e-9, 50e-9, 1e-9, 100e-9))
                .Resistor("R1", "in", "m", 1e3)
                .Capacitor("C1", "m", "0", 1e-12)
                .CurrentSource("I1", "m", "0", new Constant(2))
                .Device("M1", "m", "0", new LinearDrift<Dual>())
                .Describe());

    [Fact]
    public void Bad_elements_are_refused_by_name()
    {
        Assert.Contains("R1", Message(() => new Netlist().Resistor("R1", "a", "0", 0)), StringComparison.Ordinal);
        Assert.Contains("R1", Message(() => new Netlist().Resistor("R1", "a", "0", double.NaN)), StringComparison.Ordinal);
        Assert.Contains("C1", Message(() => new Netlist().Capacitor("C1", "a", "0", -1e-12)), StringComparison.Ordinal);
        Assert.Contains("'R1'", Message(() => new Netlist().Resistor("R1", "a", "0", 1).Resistor("r1", "b", "0", 1)), StringComparison.Ordinal);
        Assert.Contains("'OUT'", Message(() => new Netlist().Resistor("R1", "out", "0", 1).Resistor("R2", "OUT", "0", 1)), StringComparison.Ordinal);
        Assert.Contains("''", Message(() => new Netlist().Resistor("", "a", "0", 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_floating_node_is_named_before_solving() =>
        Assert.Contains("'x' of R2 floats", Message(() => Prepare(new Netlist()
            .VoltageSource("V1", "a", "0", new Constant(1)).Resistor("R1", "a", "0", 1).Resistor("R2", "x", "y", 1))), StringComparison.Ordinal);

    [Fact]
    public void A_node_fed_by_a_current_source_alone_floats() =>
        Assert.Contains("'x' of I1 floats", Message(() => Prepare(new Netlist()
            .CurrentSource("I1", "x", "0", new Constant(1)))), StringComparison.Ordinal);

    [Fact]
    public void A_loop_of_voltage_sources_is_named_before_solving() =>
        Assert.Contains("V3: closes a loop", Message(() => Prepare(new Netlist()
            .VoltageSource("V1", "a", "0", new Constant(1)).VoltageSource("V2", "b", "a", new Constant(1))
            .VoltageSource("V3", "b", "0", new Constant(1)))), StringComparison.Ordinal);

    [Fact]
    public void Unknown_names_are_answered_with_the_known_ones()
    {
        var simulation = CircuitEngines.Default.Prepare(new Netlist().VoltageSource("V1", "a", "0", new Constant(1)).Resistor("R1", "a", "0", 1)
            .Capacitor("C1", "a", "0", 1));
        Assert.Contains("there are 0, a", Message(() => simulation.Voltage("b")), StringComparison.Ordinal);
        Assert.Contains("R1", Message(() => simulation.Current("R9")), StringComparison.Ordinal);
        Assert.Contains("C1", Message(() => simulation.Current("C1")), StringComparison.Ordinal);
        Assert.Contains("no device 'M1'", Message(() => simulation.State("M1")), StringComparison.Ordinal);
        Assert.Contains("no source 'V2'", Message(() => simulation.Energy("V2")), StringComparison.Ordinal);
        Assert.Contains("'v(b)'", Message(() => GC.KeepAlive(new TraceProbe(simulation.Netlist, "v(b)"))), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_engine_is_answered_with_those_there_are()
    {
        Assert.Contains("there is builtin", Message(() => CircuitEngines.Get("hspice")), StringComparison.Ordinal);
        Assert.Equal("builtin", CircuitEngines.Get("builtin").Name);
        Assert.Null(CircuitEngines.TryGet("hspice"));
        Assert.Contains("builtin", CircuitEngines.Names);
    }
}
