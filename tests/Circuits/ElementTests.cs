using DevicePhys.Circuits;
using DevicePhys.Circuits.Elements;
using DevicePhys.Devices;
using DevicePhys.Numbers;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;
using Xunit;

namespace DevicePhys.Tests.Circuits;

public sealed class ElementTests
{
    [Fact] // Step of a series RLC: v = 1 - e^(-at)(cos wt + a/w sin wt), a = R/2L, w = sqrt(1/LC - a²); the edge of 1 fs is far below the tolerance.
    public void A_series_rlc_rings_as_its_closed_form()
    {
        const double R = 50, L = 1e-6, C = 1e-9;
        var netlist = new Netlist()
            .VoltageSource("V1", "in", "0", new PulseWaveform(0, 1, 0, 1e-15, 1, 1e-15))
            .Resistor("R1", "in", "a", R)
            .Inductor("L1", "a", "b", L)
            .Capacitor("C1", "b", "0", C);
        var simulation = CircuitEngines.Default.Prepare(netlist, TransientOptions.AtTolerance(1e-8));
        var (a, w) = (R / (2 * L), Math.Sqrt((1 / (L * C)) - (R * R / (4 * L * L))));
        for (var i = 1; i <= 20; i++)
        {
            var t = i * 20e-9;
            simulation.Run(t);
            Assert.Equal(1 - (Math.Exp(-a * t) * (Math.Cos(w * t) + (a / w * Math.Sin(w * t)))), simulation.Voltage("b"), 1e-6);
            Assert.Equal(Math.Exp(-a * t) * Math.Sin(w * t) / (w * L), simulation.Current("L1"), 1e-7);
            Assert.Equal(simulation.Current("V1"), simulation.Current("L1"), 1e-9);
        }
    }

    [Fact] // Each controlled source as an amplifier of gain 3 (or 3 per A, 3 A per V) into 2 Ohm.
    public void Controlled_sources_follow_their_control()
    {
        var netlist = new Netlist()
            .VoltageSource("V1", "in", "0", new Constant(0.5))
            .Resistor("Rin", "in", "s", 10)
            .VoltageSource("Vsense", "s", "0", new Constant(0))
            .Add(new VoltageControlledVoltageSource("E1", "e", "0", "in", "0", 3))
            .Resistor("Re", "e", "0", 2)
            .Add(new VoltageControlledCurrentSource("G1", "0", "g", "in", "0", 3))
            .Resistor("Rg", "g", "0", 2)
            .Add(new CurrentControlledCurrentSource("F1", "0", "f", "Vsense", -3))
            .Resistor("Rf", "f", "0", 2)
            .Add(new CurrentControlledVoltageSource("H1", "h", "0", "Vsense", -3))
            .Resistor("Rh", "h", "0", 2);
        var simulation = CircuitEngines.Default.Prepare(netlist);
        Assert.Equal(-0.05, simulation.Current("Vsense"), 1e-12);
        Assert.Equal(1.5, simulation.Voltage("e"), 1e-12);
        Assert.Equal(0.75, simulation.Current("E1"), 1e-12);
        Assert.Equal(3, simulation.Voltage("g"), 1e-12);
        Assert.Equal(1.5, simulation.Current("G1"), 1e-12);
        Assert.Equal(0.3, simulation.Voltage("f"), 1e-12);
        Assert.Equal(0.15, simulation.Voltage("h"), 1e-12);
    }

    [Fact] // The current of a capacitor across a watched source: C dv/dt leaps at the corner of a ramp, and is right in the first step after it.
    public void The_current_of_a_source_branch_leaps_with_the_slope()
    {
        var netlist = new Netlist()
            .VoltageSource("V1", "a", "0", new PiecewiseLinear([0, 1e-6, 2e-6, 3e-6], [0, 0, 1, 1]))
            .Capacitor("C1", "a", "0", 1e-9)
            .Add(new CurrentControlledVoltageSource("H1", "h", "0", "V1", 1000))
            .Resistor("R1", "h", "0", 50);
        var simulation = CircuitEngines.Default.Prepare(netlist);
        foreach (var (time, current) in new[] { (0.5e-6, 0.0), (1.0001e-6, 1e-3), (1.5e-6, 1e-3), (2.0001e-6, 0), (2.9e-6, 0) })
        {
            simulation.Run(time);
            Assert.Equal(current, simulation.Current("V1"), 1e-9);
            Assert.Equal(1000 * current, simulation.Voltage("h"), 1e-6);
        }
    }

    [Fact] // The voltage of an inductor fed by a current source: L dI/dt.
    public void The_voltage_of_a_driven_inductor_leaps_with_the_slope()
    {
        var netlist = new Netlist()
            .CurrentSource("I1", "0", "a", new PiecewiseLinear([0, 1e-6, 2e-6, 3e-6], [0, 0, 1e-3, 1e-3]))
            .Inductor("L1", "a", "0", 1e-3);
        var simulation = CircuitEngines.Default.Prepare(netlist);
        foreach (var (time, voltage) in new[] { (0.5e-6, 0.0), (1.0001e-6, 1), (1.5e-6, 1), (2.0001e-6, 0), (2.9e-6, 0) })
        {
            simulation.Run(time);
            Assert.Equal(voltage, simulation.Voltage("a"), 1e-6);
        }
    }

    [Theory] // physics.md V33: dV = (Vcell - Vpre) Cs/(Cs + Cbl).
    [InlineData(5e-15, 50e-15, 1.2, 54.5e-3)]
    [InlineData(15e-15, 100e-15, 1.2, 78.3e-3)]
    [InlineData(25e-15, 200e-15, 1.8, 100e-3)]
    public void A_cell_shares_its_charge_with_the_bit_line(double cell, double line, double supply, double expected)
    {
        var netlist = new Netlist()
            .VoltageSource("Vcell", "vc", "0", new Constant(supply))
            .VoltageSource("Vpre", "vp", "0", new Constant(supply / 2))
            .VoltageSource("Vset", "set", "0", new PulseWaveform(1, 0, 1e-9, 1e-10, 1, 1e-10))
            .VoltageSource("Vword", "word", "0", new PulseWaveform(0, 1, 2e-9, 1e-10, 1, 1e-10))
            .Capacitor("Cs", "store", "0", cell)
            .Capacitor("Cbl", "line", "0", line)
            .Add(new Switch("S1", "vc", "store", "set", "0", 0.5, 0.2, 100, 1e15))
            .Add(new Switch("S2", "vp", "line", "set", "0", 0.5, 0.2, 100, 1e15))
            .Add(new Switch("S3", "store", "line", "word", "0", 0.5, 0.2, 100, 1e15));
        var simulation = CircuitEngines.Default.Prepare(netlist, TransientOptions.AtTolerance(1e-6));
        simulation.Run(4e-9);
        Assert.Equal(expected, simulation.Voltage("line") - (supply / 2), 1e-3 * expected);
        Assert.Equal(supply / 2 * cell / (cell + line), simulation.Voltage("line") - (supply / 2), 1e-5);
    }

    [Fact] // A diode with a resistor: V = I R + N UT ln(1 + I/IS), solved by bisection.
    public void A_diode_meets_its_load_line()
    {
        var card = DeviceCatalog.Default.Card("JunctionDiode.Signal");
        var simulation = CircuitEngines.Default.Prepare(new Netlist()
            .VoltageSource("V1", "in", "0", new Constant(5))
            .Resistor("R1", "in", "d", 1000)
            .Device("D1", "d", "0", DeviceCatalog.Default.Create<Dual>(card)));
        var (low, high) = (0.0, 5e-3);
        for (var i = 0; i < 200; i++)
        {
            var current = 0.5 * (low + high);
            var rest = 5 - (1000 * current) - (1.752 * 8.617333262e-5 * 300.15 * Math.Log(1 + (current / 2.52e-9)));
            (low, high) = rest > 0 ? (current, high) : (low, current);
        }

        Assert.Equal(low, simulation.Current("D1"), 1e-9);
        Assert.True(simulation.Statistics.Iterations < 40, $"{simulation.Statistics.Iterations} iterations");
    }

    [Fact]
    public void What_cannot_be_solved_is_said_in_a_sentence()
    {
        Assert.Equal(
            "F1: it follows the current of 'Vx', expected a voltage source of the circuit: V1. (Parameter 'netlist')",
            Refusal(new Netlist().VoltageSource("V1", "a", "0", new Constant(1)).Resistor("R", "a", "0", 1)
                .Add(new CurrentControlledCurrentSource("F1", "a", "0", "Vx", 1))));
        Assert.Equal(
            "L1: closes a loop of voltage sources and inductors between nodes 'a' and '0'; a resistor in series breaks it. (Parameter 'netlist')",
            Refusal(new Netlist().VoltageSource("V1", "a", "0", new Constant(1)).Inductor("L1", "a", "0", 1e-9)));
        Assert.Contains("3 nodes were given; the model has 4 terminals: drain, gate, source, bulk", Assert.Throws<ArgumentException>(() =>
            new Netlist().Device("M1", ["a", "b", "0"], DeviceCatalog.Default.CreateMultiTerminal<Dual>(DeviceCatalog.Default.Card("EkvMosfet.N65Hp")))).Message);
    }

    private static string Refusal(Netlist netlist) => Assert.Throws<ArgumentException>(() => CircuitEngines.Default.Prepare(netlist)).Message;
}
