using DevicePhys.Circuits;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;
using Xunit;

namespace DevicePhys.Tests.Circuits;

/// <summary>Circuits whose answer is a line of algebra.</summary>
public sealed class LinearCircuitTests
{
    private static ISimulation Run(Netlist netlist, double stop, double tolerance = 1e-6)
    {
        var simulation = CircuitEngines.Default.Prepare(netlist, TransientOptions.AtTolerance(tolerance));
        simulation.Run(stop);
        return simulation;
    }

    [Fact]
    public void A_divider_divides_at_rest()
    {
        var rest = CircuitEngines.Default.Prepare(new Netlist()
            .VoltageSource("V1", "in", "0", new Constant(3))
            .Resistor("R1", "in", "out", 1e3)
            .Resistor("R2", "out", "0", 2e3));
        Assert.Equal(2, rest.Voltage("out"), 1e-15);
        Assert.Equal(1e-3, rest.Current("V1"), 1e-18);
        Assert.Equal(1e-3, rest.Current("R2"), 1e-18);
        rest.Run(2);
        Assert.Equal(6e-3, rest.Energy("V1"), 1e-16);
    }

    [Fact] // SPICE's sign: the current flows from plus through the source to minus.
    public void A_current_source_takes_at_plus_and_gives_at_minus()
    {
        var simulation = Run(new Netlist().CurrentSource("I1", "0", "out", new Constant(1e-3)).Resistor("R1", "out", "0", 1e3), 1);
        Assert.Equal(1, simulation.Voltage("out"), 1e-15);
        Assert.Equal(1e-3, simulation.Energy("I1"), 1e-17);
    }

    // Sources in series and one that floats: v(a) = 1, v(b) = 1 + 2; v(d) - v(c) = 0.5 around c, fed from b through 1 Ohm and loaded by 1 Ohm at d.
    [Fact]
    public void Trees_of_voltage_sources_hold_their_nodes_and_know_their_currents()
    {
        var simulation = Run(
            new Netlist()
                .VoltageSource("V1", "a", "0", new Constant(1))
                .VoltageSource("V2", "b", "a", new Constant(2))
                .VoltageSource("V3", "c", "d", new Constant(-0.5))
                .Resistor("R1", "b", "c", 1).Resistor("R2", "d", "0", 1).Resistor("R3", "a", "0", 1),
            1);
        Assert.Equal([1, 3, 1.25, 1.75], new[] { "a", "b", "c", "d" }.Select(simulation.Voltage), (x, y) => Math.Abs(x - y) < 1e-12);
        Assert.Equal([2.75, 1.75, -1.75], new[] { "V1", "V2", "V3" }.Select(simulation.Current), (x, y) => Math.Abs(x - y) < 1e-12);
        Assert.Equal([2.75, 3.5, 0.875], new[] { "V1", "V2", "V3" }.Select(simulation.Energy), (x, y) => Math.Abs(x - y) < 1e-12);
    }

    [Fact] // Two capacitors in series: the node between keeps its charge, v = V C1/(C1 + C2).
    public void A_floating_node_between_capacitors_conserves_its_charge()
    {
        const double c1 = 1e-15, c2 = 3e-15;
        var simulation = CircuitEngines.Default.Prepare(new Netlist()
            .VoltageSource("V1", "in", "0", new PulseWaveform(0, 1.7, 0, 1e-9, 5e-9, 2e-9, 10e-9))
            .Capacitor("C1", "in", "x", c1)
            .Capacitor("C2", "x", "0", c2));
        for (var i = 1; i <= 200; i++)
        {
            simulation.Run(i * 0.7e-9);
            var charge = (c2 * simulation.Voltage("x")) - (c1 * (simulation.Voltage("in") - simulation.Voltage("x")));
            Assert.Equal(0, charge, 1e-9 * c1);
        }
    }

    [Fact] // At rest a part that no steady current reaches is uncharged; its two nodes share one voltage through the resistor.
    public void A_part_without_a_steady_path_starts_uncharged()
    {
        var simulation = CircuitEngines.Default.Prepare(new Netlist()
            .VoltageSource("V1", "in", "0", new Constant(2))
            .Capacitor("C1", "in", "x", 1e-12)
            .Resistor("R1", "x", "y", 1e3)
            .Capacitor("C2", "y", "0", 3e-12));
        Assert.Equal(0.5, simulation.Voltage("x"), 1e-12);
        Assert.Equal(0.5, simulation.Voltage("y"), 1e-12);
        simulation.Run(1e-6);
        Assert.Equal(0.5, simulation.Voltage("y"), 1e-9);
    }

    [Fact] // A capacitor straight at a source: i = C dV/dt on the edges, and the energy there and back is 0.
    public void A_capacitor_at_a_source_draws_its_displacement_current()
    {
        var simulation = CircuitEngines.Default.Prepare(new Netlist()
            .VoltageSource("V1", "in", "0", new PulseWaveform(0, 2, 0, 1e-9, 1e-9, 2e-9))
            .Capacitor("C1", "in", "0", 1e-12)
            .Resistor("R1", "in", "0", 1e12));
        simulation.Run(0.5e-9);
        Assert.Equal(2e-3, simulation.Current("V1"), 1e-9);
        simulation.Run(1.5e-9);
        Assert.Equal(0, simulation.Current("V1"), 1e-9);
        Assert.Equal(2e-12, simulation.Energy("V1"), 1e-17);
        simulation.Run(2.5e-9);
        Assert.Equal(-1e-3, simulation.Current("V1"), 1e-9);
        simulation.Run(5e-9);
        Assert.Equal(0, simulation.Energy("V1"), 1e-17);
    }

    [Fact] // I rises to its level within r and charges C: v = I (t - r/2)/C, from uncharged; the energy is C v²/2.
    public void A_current_source_that_starts_at_0_charges_a_capacitor()
    {
        var simulation = Run(new Netlist().CurrentSource("I1", "0", "x", new PiecewiseLinear([0, 1e-8], [0, 1e-6])).Capacitor("C1", "x", "0", 1e-12), 1.005e-6);
        Assert.Equal(1, simulation.Voltage("x"), 1e-9);
        Assert.Equal(0.5e-12, simulation.Energy("I1"), 1e-18);
    }

    [Fact] // RC low-pass driven at f: gain 1/sqrt(1 + (2 pi f RC)²), after the start has died away.
    public void A_low_pass_has_its_gain()
    {
        const double rc = 1e-6, f = 3e5;
        var netlist = new Netlist()
            .VoltageSource("V1", "in", "0", new Sine(0, 1, f))
            .Resistor("R1", "in", "out", 1e3)
            .Capacitor("C1", "out", "0", 1e-9);
        var simulation = CircuitEngines.Default.Prepare(netlist, TransientOptions.AtTolerance(1e-7));
        simulation.Run(20 / f);
        var sine = simulation.Voltage("out");
        simulation.Run(20.25 / f);
        var cosine = simulation.Voltage("out");
        Assert.Equal(1 / Math.Sqrt(1 + Math.Pow(2 * Math.PI * f * rc, 2)), Math.Sqrt((sine * sine) + (cosine * cosine)), 1e-6);
    }

    [Fact]
    public void A_trace_holds_every_accepted_point()
    {
        var netlist = new Netlist()
            .VoltageSource("V1", "in", "0", new PulseWaveform(0, 1, 1e-9, 1e-9, 5e-9, 1e-9))
            .Resistor("R1", "in", "out", 1e3)
            .Capacitor("C1", "out", "0", 1e-12);
        var simulation = CircuitEngines.Default.Prepare(netlist);
        var probe = new TraceProbe(netlist, "v(in)", "v(out)", "i(V1)", "e(V1)");
        simulation.Run(20e-9, probe: probe);
        var times = probe.Trace["time"].ToArray();
        Assert.Equal(simulation.Statistics.Steps + 1, times.Length);
        Assert.Equal(20e-9, times[^1]);
        Assert.Equal(["time [s]", "v(in) [V]", "v(out) [V]", "i(V1) [A]", "e(V1) [J]"], probe.Trace.Columns.Select(c => c.ToString()));

        // Every corner of the pulse is a point.
        foreach (var corner in new[] { 1e-9, 2e-9, 1e-9 + (1e-9 + 5e-9), 1e-9 + (1e-9 + 5e-9 + 1e-9) })
            Assert.Contains(corner, times);
        for (var i = 0; i < times.Length; i++)
            Assert.Equal((probe.Trace["v(in)"][i] - probe.Trace["v(out)"][i]) / 1e3, probe.Trace["i(V1)"][i], 1e-12);
    }
}
