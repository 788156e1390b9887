using DevicePhys.Circuits;
using DevicePhys.Errors;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using DevicePhys.Simulation;
using DevicePhys.Tests.Simulation;
using DevicePhys.Waveforms;
using Xunit;

namespace DevicePhys.Tests.Circuits;

/// <summary>What every circuit engine promises; one class per engine inherits it.</summary>
/// <param name="name">The name of the engine.</param>
/// <param name="error">How far a transient at a tolerance of 1e-6 may be from its closed form, as a fraction of its span.</param>
public abstract class EngineContract(string name, double error)
{
    private static readonly PulseTrain Train =
        new(0, [.. Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? 1.8 : -1.8)], 0, 5e-9, 50e-9, 5e-9, 100e-9);

    private ISimulation Prepare(Netlist netlist, double tolerance = 1e-6)
    {
        var engine = CircuitEngines.TryGet(name);
        Assert.SkipWhen(engine is null, $"there is no engine '{name}' here");
        Assert.Equal(name, engine.Name);
        return engine.Prepare(netlist, TransientOptions.AtTolerance(tolerance));
    }

    private static Netlist Memristor(Waveform waveform) => new Netlist()
        .VoltageSource("V1", "in", "0", waveform)
        .Resistor("Rdriver", "in", "m", 1e3)
        .Capacitor("Cline", "m", "0", 20e-15)
        .Device("M1", "m", "0", new BenchMemristor<Dual>());

    [Fact]
    public void A_divider_divides_at_rest()
    {
        var rest = Prepare(new Netlist().VoltageSource("V1", "in", "0", new Constant(3)).Resistor("R1", "in", "out", 1e3).Resistor("R2", "out", "0", 2e3));
        Assert.Equal(2, rest.Voltage("out"), 1e-9);
        Assert.Equal(1e-3, rest.Current("V1"), 1e-12);
        Assert.Equal(1e-3, rest.Current("R2"), 1e-12);
        rest.Run(2);
        Assert.Equal(2, rest.Time);
        Assert.Equal(6e-3, rest.Energy("V1"), 1e-9);
    }

    [Fact] // SPICE's sign: the current flows from plus through the source to minus.
    public void A_current_source_takes_at_plus_and_gives_at_minus()
    {
        var simulation = Prepare(new Netlist().CurrentSource("I1", "0", "out", new Constant(1e-3)).Resistor("R1", "out", "0", 1e3));
        simulation.Run(1);
        Assert.Equal(1, simulation.Voltage("out"), 1e-9);
        Assert.Equal(1e-3, simulation.Energy("I1"), 1e-11);
    }

    [Fact] // A ramp of slope s through RC: v = s (t - RC (1 - exp(-t/RC))).
    public void A_resistor_and_a_capacitor_follow_a_ramp()
    {
        var simulation = Prepare(new Netlist()
            .VoltageSource("V1", "in", "0", new PiecewiseLinear([0, 4e-6], [0, 2])).Resistor("R1", "in", "out", 1e3).Capacitor("C1", "out", "0", 1e-9));
        for (var i = 1; i <= 8; i++)
        {
            var t = i * 0.5e-6;
            simulation.Run(t);
            Assert.Equal(0.5e6 * (t - (1e-6 * (1 - Math.Exp(-t / 1e-6)))), simulation.Voltage("out"), 2 * error);
        }
    }

    [Fact] // RC low-pass driven at f: gain 1/sqrt(1 + (2 pi f RC)²), after the start has died away.
    public void A_low_pass_has_its_gain()
    {
        const double f = 3e5;
        var simulation = Prepare(new Netlist()
            .VoltageSource("V1", "in", "0", new Sine(0, 1, f)).Resistor("R1", "in", "out", 1e3).Capacitor("C1", "out", "0", 1e-9));
        simulation.Run(10 / f);
        var sine = simulation.Voltage("out");
        simulation.Run(10.25 / f);
        Assert.Equal(1 / Math.Sqrt(1 + Math.Pow(2 * Math.PI * f * 1e-6, 2)), Math.Sqrt((sine * sine) + Math.Pow(simulation.Voltage("out"), 2)), error);
    }

    [Fact] // physics: R² = R0² - 2 (ROff - ROn) 1e4 flux = (10316.27627555 Ohm)².
    public void Linear_drift_obeys_its_flux_law()
    {
        var simulation = Prepare(new Netlist().VoltageSource("V1", "m", "0", new Sine(0, 1, 1)).Device("M1", "m", "0", new LinearDrift<Dual>()));
        simulation.Run(0.5);
        Assert.Equal(10316.27627555, LinearDrift<Dual>.Resistance(simulation.State("M1")[0]), 1.5e4 * error);
        simulation.Run(1);
        Assert.Equal(14410, LinearDrift<Dual>.Resistance(simulation.State("M1")[0]), 1.5e4 * error);
    }

    [Fact] // Classical Runge-Kutta, plain reading, 0.5 ps steps, as the oracle.
    public void A_memristor_behind_driver_and_line_agrees_with_plain_runge_kutta()
    {
        var simulation = Prepare(Memristor(Train));
        simulation.Run(200e-9);
        var expected = RungeKutta.Run(new BehindRc<Real>(new BenchMemristor<Real>(), 1e3, 20e-15), Train, 200e-9, 400_000);
        Assert.Equal(expected[0], simulation.Voltage("m"), 2 * error);
        Assert.Equal(expected[1], simulation.State("M1")[0], 2 * error);
    }

    [Fact] // Diode and resistor behind one more resistor: the same series circuit with both resistors in one, solved by the stepper.
    public void An_algebraic_state_is_solved_with_the_circuit()
    {
        var split = Prepare(new Netlist()
            .VoltageSource("V1", "in", "0", new Sine(5, 4, 1e3)).Resistor("R1", "in", "d", 1e3)
            .Device("D1", "d", "0", new SeriesDiode<Dual>(1e3, 1e-14, 0.02585)));
        var joint = new Stepper(new SeriesDiode<Dual>(2e3, 1e-14, 0.02585), new Sine(5, 4, 1e3));
        for (var i = 1; i <= 10; i++)
        {
            split.Run(i * 1e-4);
            joint.Run(i * 1e-4);
            Assert.Equal(joint.State[0] / 2, split.State("D1")[0], 1e-4);
        }
    }

    [Fact]
    public void A_reset_circuit_runs_the_same_bits_again()
    {
        var simulation = Prepare(Memristor(Train), 1e-4);
        double[] Results()
        {
            simulation.Run(350e-9);
            return [simulation.Voltage("m"), simulation.State("M1")[0], simulation.Energy("V1")];
        }

        var first = Results();
        simulation.Reset();
        Assert.Equal(0, simulation.Time);
        Assert.Equal(0, simulation.Energy("V1"));
        Assert.Equal(first, Results());
    }

    [Fact]
    public void States_models_and_waveforms_are_replaced_without_new_preparation()
    {
        var simulation = Prepare(new Netlist()
            .VoltageSource("V1", "in", "0", Train).Resistor("R1", "in", "m", 1e3).Device("M1", "m", "0", new LinearDrift<Dual>(0.1)));
        simulation.Run(1e-6);
        simulation.SetModel("M1", new LinearDrift<Dual>(0.7));
        simulation.SetWaveform("V1", new Constant(1));
        simulation.Reset();
        Assert.Equal(0.7, simulation.State("M1")[0], 1e-12);
        Assert.Equal(LinearDrift<Dual>.Resistance(0.7) / (LinearDrift<Dual>.Resistance(0.7) + 1e3), simulation.Voltage("m"), 1e-9);
        simulation.Reset();
        simulation.SetState("M1", [0.4]);
        Assert.Equal(0.4, simulation.State("M1")[0], 1e-12);
        simulation.Run(1e-9);
        simulation.SetState("M1", [0.2]);
        simulation.Run(2e-9);
        Assert.Equal(0.2, simulation.State("M1")[0], 1e-4);
        Assert.Throws<ArgumentException>(() => simulation.SetModel("M1", new SixStates<Dual>()));
        Assert.Throws<ArgumentException>(() => simulation.SetState("M1", [0.1, 0.2]));
        Assert.Throws<ArgumentException>(() => simulation.SetState("M9", [0.1]));
        Assert.Throws<ArgumentException>(() => simulation.SetWaveform("V9", new Constant(0)));
        Assert.Throws<ArgumentException>(() => simulation.Voltage("nowhere"));
        Assert.Throws<ArgumentException>(() => simulation.Current("R9"));
    }

    [Fact] // A pure birth process saturating at 50 : rate r (50 - n), mean 50 (1 - exp(-r t)); 200 runs, 5 standard errors.
    public void Jumps_have_their_mean_and_the_same_seed_gives_the_same_jumps()
    {
        const int runs = 200;
        var simulation = Prepare(
            new Netlist().VoltageSource("V1", "m", "0", new Constant(1)).Device("M1", "m", "0", new BirthDeath<Dual>(50, 1e6, 0)), 1e-3);
        double Once(ulong index)
        {
            simulation.Reset();
            simulation.Run(1e-6, new RandomStream(3, "contract", index));
            return simulation.State("M1")[0];
        }

        var counts = Enumerable.Range(0, runs).Select(i => Once((ulong)i)).ToArray();
        Assert.All(counts, count => Assert.Equal(Math.Round(count), count, 1e-9));
        var filled = 1 - Math.Exp(-1);
        Assert.Equal(50 * filled, counts.Average(), 5 * Math.Sqrt(50 * filled * (1 - filled) / runs));
        Assert.Equal(counts[7], Once(7));
        Assert.True(simulation.Statistics.Jumps > runs * 25);
    }

    [Fact]
    public void A_probe_sees_every_point_in_order_and_the_stop_itself()
    {
        var netlist = Memristor(Train);
        var simulation = Prepare(netlist, 1e-4);
        var probe = new TraceProbe(netlist, "v(m)", "i(M1)", "M1.x");
        simulation.Run(130e-9, probe: probe);
        var times = probe.Trace["time"].ToArray();
        Assert.Equal((0, 130e-9), (times[0], times[^1]));
        Assert.Equal(times.Order(), times);
        foreach (var corner in new[] { 5e-9, 55e-9, 60e-9, 100e-9 })
            Assert.Contains(times, time => Math.Abs(time - corner) < 1e-18);
        Assert.True(simulation.Statistics.Steps >= times.Length - 1);
        Assert.True(simulation.Statistics.Iterations > simulation.Statistics.Steps);
    }

    [Fact]
    public void The_time_of_a_run_is_told_by_what_was_done()
    {
        var simulation = Prepare(Memristor(Train), 1e-4);
        var prepared = simulation.Statistics.Times;
        Assert.True(prepared.SetUp > TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, prepared.Transient);
        simulation.Voltage("m");
        var rested = simulation.Statistics.Times;
        Assert.True(rested.OperatingPoint > TimeSpan.Zero);
        simulation.Run(350e-9);
        var run = simulation.Statistics.Times;
        Assert.True(run.Transient > TimeSpan.Zero);
        Assert.Equal((prepared.SetUp, rested.OperatingPoint), (run.SetUp, run.OperatingPoint));
    }

    [Fact]
    public void A_cancelled_run_ends()
    {
        var simulation = Prepare(Memristor(Train));
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => simulation.Run(1e-6, cancellation: cancelled.Token));
    }

    [Fact]
    public void A_device_that_breaks_down_is_named_and_the_simulation_can_be_used_again()
    {
        var simulation = Prepare(new Netlist()
            .VoltageSource("V1", "in", "0", new PiecewiseLinear([0, 1e-6], [0, 2])).Resistor("R1", "in", "m", 0.1).Capacitor("C1", "m", "0", 1e-15)
            .Device("M1", "m", "0", new Breaking<Dual>()));
        var failure = Assert.Throws<ConvergenceException>(() => simulation.Run(1e-6));
        Assert.InRange(failure.Time, 0.2e-6, 0.3e-6);
        Assert.NotEmpty(failure.Place);
        simulation.Reset();
        simulation.Run(0.1e-6);
        Assert.Equal(0.2, simulation.Voltage("in"), 1e-9);
    }

    [Fact]
    public void A_node_that_nothing_holds_is_refused()
    {
        var netlist = new Netlist().VoltageSource("V1", "in", "0", new Constant(1)).Resistor("R1", "in", "0", 1e3).Resistor("R2", "x", "y", 1e3);
        Assert.Throws<ArgumentException>(() => Prepare(netlist).Voltage("x"));
    }
}
