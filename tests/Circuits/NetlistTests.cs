using DevicePhys.Circuits;
using DevicePhys.Circuits.Elements;
using DevicePhys.Errors;
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
    public void A_part_that_only_current_sources_feed_is_named_before_solving()
    {
        static Netlist Part() => new Netlist().VoltageSource("V1", "a", "0", new Constant(1)).Capacitor("C1", "a", "x", 1e-12).Resistor("R1", "x", "y", 1e3)
            .Capacitor("C2", "y", "0", 1e-12);
        Assert.Contains("Node 'x' is reached by no steady current but that of I1", Message(() => Prepare(Part().CurrentSource("I1", "0", "y", new Constant(1e-6)))), StringComparison.Ordinal);
        Assert.Contains("of I1, I2, 1E-06 A", Message(() => Prepare(Part().CurrentSource("I1", "0", "y", new Constant(2e-6)).CurrentSource("I2", "x", "0", new Constant(1e-6)))), StringComparison.Ordinal);

        // What comes in goes out again, stays within the part, finds a resistor, or is off at rest.
        Prepare(Part().CurrentSource("I1", "0", "y", new Constant(1e-6)).CurrentSource("I2", "x", "0", new Constant(1e-6)));
        Prepare(Part().CurrentSource("I1", "x", "y", new Constant(1e-6)));
        Prepare(Part().CurrentSource("I1", "0", "y", new Constant(1e-6)).Resistor("R2", "x", "0", 1e9));
        Prepare(Part().CurrentSource("I1", "0", "y", new PulseWaveform(0, 1e-6, 1e-9, 1e-9, 1e-9, 1e-9)));
    }

    [Fact]
    public void A_current_that_has_no_way_at_a_later_rest_is_named()
    {
        var simulation = CircuitEngines.Get("builtin").Prepare(
            new Netlist().CurrentSource("I1", "0", "x", new Constant(0)).Capacitor("C1", "x", "0", 1e-12));
        simulation.Rest();
        simulation.SetWaveform("I1", new Constant(1e-6));
        var failure = Assert.Throws<ConvergenceException>(simulation.Rest);
        Assert.Equal("node x", failure.Place);
        Assert.Contains("I1", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_control_node_that_is_no_node_of_the_circuit_is_answered_with_those_there_are()
    {
        static Netlist Divider() => new Netlist().VoltageSource("V1", "in", "0", new Constant(1)).Resistor("R1", "in", "out", 1).Resistor("R2", "out", "0", 1);
        Assert.Contains(
            "E1: it is controlled by node 'ont', which belongs to nothing else; expected a node of the circuit: 0, in, out, e.",
            Message(() => Prepare(Divider().Add(new VoltageControlledVoltageSource("E1", "e", "0", "ont", "0", 2)))), StringComparison.Ordinal);
        Assert.Contains("'ont'", Message(() => Prepare(Divider().Add(new VoltageControlledCurrentSource("G1", "out", "0", "ont", "0", 2)))), StringComparison.Ordinal);
        Assert.Contains("S1", Message(() => Prepare(Divider().Add(new Switch("S1", "out", "0", "ont", "0", 0.5, 0.1, 1, 1e6)))), StringComparison.Ordinal);
        Prepare(Divider().Add(new VoltageControlledVoltageSource("E1", "e", "0", "out", "0", 2)));
    }

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
