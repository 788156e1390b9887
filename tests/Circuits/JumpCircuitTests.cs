using DevicePhys.Circuits;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using DevicePhys.Tests.Simulation;
using DevicePhys.Waveforms;
using Xunit;

namespace DevicePhys.Tests.Circuits;

public sealed class JumpCircuitTests
{
    private const int Samples = 3000;

    private static ISimulation Pulsed() => CircuitEngines.Default.Prepare(new Netlist()
        .VoltageSource("V1", "in", "0", new PulseWaveform(0, 1, 0, 1e-9, 50e-9, 1e-9, 100e-9))
        .Resistor("R1", "in", "m", 50).Capacitor("C1", "m", "0", 1e-12)
        .Device("M1", "m", "0", new BirthDeath<Dual>(20, 1e6, 2e5, 1)));

    [Fact] // Two devices on one node, hazards 3 to 1: the first jump is the faster one's in 3/4 of the runs, after 1/(sum) on average.
    public void Devices_share_one_clock_in_proportion_to_their_hazards()
    {
        var simulation = CircuitEngines.Default.Prepare(new Netlist().VoltageSource("V1", "a", "0", new Constant(1))
            .Device("M1", "a", "0", new BirthDeath<Dual>(1, 3e6, 0)).Device("M2", "a", "0", new BirthDeath<Dual>(1, 1e6, 0)));
        var (first, both, none) = (0, 0, 0);
        const double stop = 0.5e-6;
        for (var i = 0; i < Samples; i++)
        {
            simulation.Reset();
            simulation.Run(stop, new RandomStream(1, "shared", (ulong)i));
            var (n1, n2) = (simulation.State("M1")[0], simulation.State("M2")[0]);
            first += n1 > 0 ? 1 : 0;
            both += n1 > 0 && n2 > 0 ? 1 : 0;
            none += n1 + n2 == 0 ? 1 : 0;
        }

        // Independent devices: 1 - exp(-1.5), product, exp(-2).
        var (p1, p2) = (1 - Math.Exp(-1.5), 1 - Math.Exp(-0.5));
        foreach (var (count, p) in new[] { (first, p1), (both, p1 * p2), (none, Math.Exp(-2)) })
            Assert.Equal(Samples * p, count, 4 * Math.Sqrt(Samples * p * (1 - p)));
    }

    [Fact] // No capacitor at the node: v = V (1 + n/N) style divider must change in the very moment of the jump.
    public void A_node_without_charge_follows_a_jump_at_once()
    {
        var netlist = new Netlist()
            .VoltageSource("V1", "in", "0", new Constant(1))
            .Resistor("R1", "in", "m", 1e3)
            .Device("M1", "m", "0", new BirthDeath<Dual>(1, 1e6, 0));
        var simulation = CircuitEngines.Default.Prepare(netlist);
        var probe = new TraceProbe(netlist, "v(m)", "M1.n");
        simulation.Run(1e-4, new RandomStream(2, "jump"), probe);
        var (time, v, n) = (probe.Trace["time"].ToArray(), probe.Trace["v(m)"].ToArray(), probe.Trace["M1.n"].ToArray());
        var at = Array.IndexOf(n, 1.0);
        Assert.Equal(time[at - 1], time[at]);
        Assert.Equal(0.5, v[at - 1], 1e-9);
        Assert.Equal(1 / 3.0, v[at], 1e-9);
    }

    [Fact] // Mean of the linear chain under the solved waveform = the deterministic run of the same circuit.
    public void The_mean_of_many_runs_is_the_deterministic_run()
    {
        var simulation = Pulsed();
        simulation.Run(200e-9);
        var expected = simulation.State("M1")[0];
        var (sum, square) = (0.0, 0.0);
        for (var i = 0; i < Samples; i++)
        {
            simulation.Reset();
            Assert.Equal(0.0, simulation.State("M1")[0]);
            simulation.Run(200e-9, new RandomStream(4, "mean", (ulong)i));
            var n = simulation.State("M1")[0];
            Assert.Equal(Math.Round(n), n);
            sum += n;
            square += n * n;
        }

        // The device conducts with n, so the mean field is the mean up to the loading of 50 Ohm by 1 mS, some 1e-2 of the slope.
        var deviation = Math.Sqrt(((square / Samples) - Math.Pow(sum / Samples, 2)) / Samples);
        Assert.Equal(expected, sum / Samples, (4 * deviation) + (0.01 * expected));
    }

    [Fact]
    public void The_same_stream_gives_the_same_bits_and_two_halves_give_the_whole()
    {
        var (whole, halves) = (Pulsed(), Pulsed());
        whole.Run(1e-5, new RandomStream(3, "bits"));
        var stream = new RandomStream(3, "bits");
        halves.Run(5e-6, stream);
        halves.Run(1e-5, stream);
        Assert.True(whole.Statistics.Jumps > 20);
        Assert.Equal(whole.State("M1")[0], halves.State("M1")[0]);
        Assert.Equal(whole.Voltage("m"), halves.Voltage("m"));
        Assert.Equal(whole.Energy("V1"), halves.Energy("V1"));
        var again = halves.Energy("V1");
        halves.Reset();
        halves.Run(1e-5, new RandomStream(3, "bits"));
        Assert.Equal(again, halves.Energy("V1"));
    }

    [Fact]
    public void Many_short_runs_allocate_nothing()
    {
        var simulation = Pulsed();
        var random = new RandomStream(9, "short");
        double Batch()
        {
            var sum = 0.0;
            Span<double> state = stackalloc double[1];
            for (var i = 0; i < 300; i++)
            {
                simulation.Reset();
                state[0] = i % 20;
                simulation.SetState("M1", state);
                simulation.Run(100e-9, i % 3 == 0 ? null : random);
                sum += simulation.State("M1")[0] + simulation.Voltage("m") + simulation.Current("V1") + simulation.Energy("V1");
            }

            return sum;
        }

        Batch();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Batch();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
