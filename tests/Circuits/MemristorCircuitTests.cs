using DevicePhys.Circuits;
using DevicePhys.Errors;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using DevicePhys.Simulation;
using DevicePhys.Tests.Simulation;
using DevicePhys.Waveforms;
using Xunit;

namespace DevicePhys.Tests.Circuits;

public sealed class MemristorCircuitTests
{
    private static readonly PulseTrain Train =
        new(0, [.. Enumerable.Range(0, 1000).Select(i => i % 2 == 0 ? 1.8 : -1.8)], 0, 5e-9, 50e-9, 5e-9, 100e-9);

    private static Netlist Driven(Waveform waveform, ITwoTerminal<Dual> model) => new Netlist()
        .VoltageSource("V1", "in", "0", waveform)
        .Resistor("Rdriver", "in", "m", 1e3)
        .Capacitor("Cline", "m", "0", 20e-15)
        .Device("M1", "m", "0", model);

    [Fact] // physics: R² = R0² - 2 (ROff - ROn) 1e4 flux = (10316.27627555 Ohm)².
    public void Linear_drift_obeys_its_flux_law_in_a_circuit()
    {
        var netlist = new Netlist().VoltageSource("V1", "m", "0", new Sine(0, 1, 1)).Device("M1", "m", "0", new LinearDrift<Dual>());
        var simulation = CircuitEngines.Default.Prepare(netlist, TransientOptions.AtTolerance(1e-10));
        simulation.Run(0.5);
        Assert.Equal(10316.27627555, LinearDrift<Dual>.Resistance(simulation.State("M1")[0]), 1e-5);
    }

    [Fact] // With a series resistor the flux law holds for R + Rs: dx/dt depends on the current alone.
    public void A_series_resistor_adds_to_the_flux_law()
    {
        var netlist = new Netlist()
            .VoltageSource("V1", "in", "0", new Sine(0, 1, 1))
            .Resistor("R1", "in", "m", 500)
            .Device("M1", "m", "0", new LinearDrift<Dual>());
        var simulation = CircuitEngines.Default.Prepare(netlist, TransientOptions.AtTolerance(1e-10));
        simulation.Run(0.5);
        var exact = Math.Sqrt((14910.0 * 14910.0) - (2 * 15900 * 1e4 / Math.PI)) - 500;
        Assert.Equal(exact, LinearDrift<Dual>.Resistance(simulation.State("M1")[0]), 1e-5);
    }

    [Fact]
    public void The_stepper_and_the_engine_agree()
    {
        var netlist = new Netlist().VoltageSource("V1", "m", "0", Train).Device("M1", "m", "0", new BenchMemristor<Dual>());
        var simulation = CircuitEngines.Default.Prepare(netlist);
        var stepper = new Stepper(new BenchMemristor<Dual>(), Train);
        for (var i = 1; i <= 40; i++)
        {
            simulation.Run(i * 100e-9);
            stepper.Run(i * 100e-9);
            Assert.Equal(stepper.State[0], simulation.State("M1")[0], 1e-12);
            Assert.Equal(stepper.Energy, simulation.Energy("V1"), 1e-12 * stepper.Energy);
        }
    }

    [Fact] // Classical Runge-Kutta on C dv/dt = (V - v)/R - i(v, x) and dx/dt, plain reading, 0.5 ps steps, as the oracle.
    public void A_memristor_behind_driver_and_line_agrees_with_plain_runge_kutta()
    {
        var simulation = CircuitEngines.Default.Prepare(Driven(Train, new BenchMemristor<Dual>()), TransientOptions.AtTolerance(1e-7));
        simulation.Run(200e-9);
        var expected = RungeKutta.Run(new BehindRc<Real>(new BenchMemristor<Real>(), 1e3, 20e-15), Train, 200e-9, 400_000);
        Assert.Equal(expected[0], simulation.Voltage("m"), 1e-7);
        Assert.Equal(expected[1], simulation.State("M1")[0], 1e-7);
    }

    [Fact]
    public void The_stepper_and_the_engine_jump_alike()
    {
        var model = new BirthDeath<Dual>(50, 1e6, 1e6, 2);
        var simulation = CircuitEngines.Default.Prepare(new Netlist().VoltageSource("V1", "m", "0", Train).Device("M1", "m", "0", model));
        var stepper = new Stepper(model, Train);
        simulation.Run(4e-6, new RandomStream(5, "alike"));
        stepper.Run(4e-6, new RandomStream(5, "alike"));
        Assert.True(stepper.Statistics.Jumps > 50);
        Assert.Equal(stepper.Statistics.Jumps, simulation.Statistics.Jumps);
        Assert.Equal(stepper.State[0], simulation.State("M1")[0]);
        Assert.Equal(stepper.Energy, simulation.Energy("V1"), 1e-9 * stepper.Energy);
    }

    [Fact]
    public void A_thousand_pulses_are_five_hundred_and_five_hundred()
    {
        var (whole, parts, saved) = (Prepare(), Prepare(), Prepare());
        whole.Run(100e-6);
        parts.Run(50e-6);
        var state = parts.State("M1").ToArray();
        parts.Run(100e-6);
        Assert.Equal(whole.State("M1")[0], parts.State("M1")[0]);
        Assert.Equal(whole.Energy("V1"), parts.Energy("V1"));

        // Begun anew from the saved state, with the train from where it was: same physics, other rounding of the times.
        saved.SetWaveform("V1", new PulseTrain(0, [.. Train.Levels.Skip(500)], 0, 5e-9, 50e-9, 5e-9, 100e-9));
        saved.SetState("M1", state);
        saved.Run(50e-6);
        Assert.Equal(whole.State("M1")[0], saved.State("M1")[0], 1e-6);

        static ISimulation Prepare() => CircuitEngines.Default.Prepare(Driven(Train, new BenchMemristor<Dual>()));
    }

    [Fact]
    public void Names_and_order_change_nothing()
    {
        var one = CircuitEngines.Default.Prepare(Ladder("in", "a", "b", false), TransientOptions.AtTolerance(1e-6));
        var other = CircuitEngines.Default.Prepare(Ladder("z", "y", "x", true), TransientOptions.AtTolerance(1e-6));
        one.Run(2e-6);
        other.Run(2e-6);
        Assert.Equal(one.Voltage("a"), other.Voltage("y"), 1e-12);
        Assert.Equal(one.Voltage("b"), other.Voltage("x"), 1e-12);
        Assert.Equal(one.State("M1")[0], other.State("M1")[0], 1e-12);
        Assert.Equal(one.State("M2")[0], other.State("M2")[0], 1e-12);

        static Netlist Ladder(string p, string q, string r, bool reverse)
        {
            var elements = new Netlist()
                .VoltageSource("V1", p, "0", Train)
                .Resistor("R1", p, q, 500)
                .Capacitor("C1", q, "0", 1e-13)
                .Device("M1", q, r, new BenchMemristor<Dual>())
                .Capacitor("C2", r, "0", 1e-13).Resistor("R2", r, "0", 1e4).Device("M2", r, "0", new BenchMemristor<Dual>()).Elements;
            var netlist = new Netlist();
            foreach (var element in reverse ? elements.Reverse() : elements)
                netlist.Add(element);
            return netlist;
        }
    }

    // A 1000 Ohm line into 20 fF is 20 ps; a track of 1 kOhm halves the pulse: v = 0.9 (1 - exp(-t/10 ps)) after the edge, here on the plateau.
    [Fact]
    public void A_pulse_reaches_an_ohmic_device_through_driver_and_line()
    {
        var simulation = CircuitEngines.Default.Prepare(Driven(Train, new BirthDeath<Dual>(1, 0, 0)));
        simulation.Run(50e-9);
        Assert.Equal(0.9, simulation.Voltage("m"), 1e-6);
        Assert.Equal(0.9e-3, simulation.Current("V1"), 1e-9);
        simulation.Run(100e-9);

        // Plateau plus two edges of a third each, at 0.9 mA 1.8 V; the capacitor gives back nothing: 20 fF (0.9 V)² is burnt.
        var edges = 2 * 5e-9 / 3;
        Assert.Equal(1.8 * 0.9e-3 * (50e-9 + edges), simulation.Energy("V1"), 1e-3 * 1.8 * 0.9e-3 * 60e-9);
    }

    [Fact] // Diode and resistor behind one more resistor: the same series circuit with both resistors in one.
    public void An_algebraic_device_in_a_circuit_finds_rest_and_follows()
    {
        var netlist = new Netlist()
            .VoltageSource("V1", "in", "0", new Sine(5, 4, 1e3))
            .Resistor("R1", "in", "d", 1e3)
            .Device("D1", "d", "0", new SeriesDiode<Dual>(1e3, 1e-14, 0.02585));
        var split = CircuitEngines.Default.Prepare(netlist);
        var joint = new Stepper(new SeriesDiode<Dual>(2e3, 1e-14, 0.02585), new Sine(5, 4, 1e3));
        Assert.InRange(split.Current("D1"), 2.1e-3, 2.2e-3);
        for (var i = 1; i <= 10; i++)
        {
            split.Run(i * 1e-4);
            joint.Run(i * 1e-4);
            Assert.Equal(joint.State[0] / 2, split.State("D1")[0], 1e-5);
        }
    }

    [Fact]
    public void Another_model_and_another_waveform_need_no_new_preparation()
    {
        var simulation = CircuitEngines.Default.Prepare(Driven(Train, new LinearDrift<Dual>(0.1)));
        simulation.Run(1e-6);
        simulation.Reset();
        simulation.SetModel("M1", new LinearDrift<Dual>(0.7));
        simulation.SetWaveform("V1", new Constant(1));
        Assert.Equal(0.1, simulation.State("M1")[0]);
        simulation.Reset();
        Assert.Equal(0.7, simulation.State("M1")[0]);
        Assert.Equal(LinearDrift<Dual>.Resistance(0.7) / (LinearDrift<Dual>.Resistance(0.7) + 1e3), simulation.Voltage("m"), 1e-9);
        Assert.Throws<ArgumentException>(() => simulation.SetModel("M1", new SixStates<Dual>()));
        Assert.Throws<ArgumentException>(() => simulation.SetState("M1", [0.1, 0.2]));
    }

    [Fact]
    public void A_device_without_a_rest_is_named()
    {
        var simulation = CircuitEngines.Default.Prepare(new Netlist()
            .VoltageSource("V1", "in", "0", new Constant(1)).Resistor("R1", "in", "m", 1e3)
            .Device("M1", "m", "0", new SeriesDiode<Dual>(1e3, double.NaN, 1)));
        var error = Assert.Throws<ConvergenceException>(() => simulation.Run(1e-6));
        Assert.StartsWith("M1: no rest was found at t = 0 s", error.Message, StringComparison.Ordinal);
        Assert.Equal("M1", error.Place);
        Assert.Equal(2, error.LastGood.Count);
    }

    [Fact]
    public void A_device_that_breaks_down_later_is_named_with_its_time()
    {
        var simulation = CircuitEngines.Default.Prepare(new Netlist()
            .VoltageSource("V1", "in", "0", new PiecewiseLinear([0, 1e-6], [0, 2])).Resistor("R1", "in", "m", 0.1).Capacitor("C1", "m", "0", 1e-15)
            .Device("M1", "m", "0", new Breaking<Dual>()));
        var error = Assert.Throws<ConvergenceException>(() => simulation.Run(1e-6));
        Assert.StartsWith("M1: ", error.Message, StringComparison.Ordinal);
        Assert.InRange(error.Time, 0.2e-6, 0.3e-6);
        Assert.Equal(simulation.Voltage("m"), error.LastGood[0]);
    }
}
