using DevicePhys.Circuits;
using DevicePhys.Devices;
using DevicePhys.Numbers;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;
using Xunit;

namespace DevicePhys.Tests.Circuits;

public sealed class SweepAndParallelTests
{
    [Fact] // Divider: v(out) = V 2k/3k.
    public void A_dc_sweep_records_the_rests()
    {
        var simulation = CircuitEngines.Default.Prepare(
            new Netlist().VoltageSource("V1", "in", "0", new Constant(0)).Resistor("R1", "in", "out", 1e3).Resistor("R2", "out", "0", 2e3));
        var trace = DcSweep.Run(simulation, "V1", [0, 1.5, 3], "v(out)", "i(R1)");
        Assert.Equal(["V1", "v(out)", "i(R1)"], trace.Columns.Select(c => c.Name));
        Assert.Equal([0, 1, 2], trace["v(out)"].ToArray().Select(v => Math.Round(v, 12)));
        Assert.Equal(1e-3, trace["i(R1)"].ToArray()[2], 1e-15);
        Assert.Throws<ArgumentException>(() => DcSweep.Run(simulation, "V9", [0], "v(out)"));
    }

    [Fact] // A ladder large enough for the sparse solver: what a run yields must not depend on the runs before it on the same thread.
    public void Parallel_runs_give_the_same_bits_for_any_number_of_threads()
    {
        var netlist = new Netlist().VoltageSource("V1", "n0", "0", new PulseWaveform(0, 1, 1e-9, 1e-9, 5e-9, 1e-9));
        var card = DeviceCatalog.Default.Card("JunctionDiode.Signal");
        for (var i = 0; i < 12; i++)
        {
            netlist.Resistor($"R{i}", $"n{i}", $"n{i + 1}", 100).Capacitor($"C{i}", $"n{i + 1}", "0", 1e-12);
            netlist.Device($"D{i}", [$"n{i + 1}", "0"], card, DeviceCatalog.Default);
        }

        double[] Runs(int threads) => ParallelRuns.Run(
            netlist,
            12,
            (index, simulation) =>
            {
                simulation.SetWaveform("V1", new PulseWaveform(0, 0.3 + (0.4 * index), 1e-9, 1e-9, 5e-9, 1e-9));
                simulation.Run(10e-9);
                return simulation.Voltage("n5");
            },
            threads: threads);
        var one = Runs(1);
        Assert.Equal(12, one.Distinct().Count());
        Assert.Equal(one, Runs(2));
        Assert.Equal(one, Runs(5));
    }

    [Theory] // RC behind a sine, fixed steps by MaxStep at loose tolerance: halving the step divides the error by 2 to the order.
    [InlineData(IntegrationMethod.TrBdf2, 2)]
    [InlineData(IntegrationMethod.Esdirk4, 4)]
    public void Halving_the_step_shows_the_order(IntegrationMethod method, int order)
    {
        const double Tau = 1e-6, F = 1e6, Steps = 20;
        double Error(double steps)
        {
            var simulation = CircuitEngines.Default.Prepare(
                new Netlist().VoltageSource("V1", "in", "0", new Exponential(0, 1, 0, 1e-6)).Resistor("R1", "in", "out", 1e3).Capacitor("C1", "out", "0", 1e-9),
                new TransientOptions
                {
                    RelativeTolerance = 1, VoltageTolerance = 1, Method = method, MaxStep = Tau / steps * (1 + 1e-9), FirstStep = Tau / steps,
                });
            simulation.Run(2 / F);

            // Equal time constants: v = 1 - (1 + t/tau) exp(-t/tau).
            var t = 2 / F / Tau;
            return Math.Abs(simulation.Voltage("out") - (1 - ((1 + t) * Math.Exp(-t))));
        }

        Assert.Equal(order, Math.Log2(Error(Steps) / Error(2 * Steps)), 0.3);
    }

    [Fact] // Two capacitors in series around a floating node with a transistor's gate on it: its charge is what it was, over 1,000 pulses.
    public void A_floating_node_keeps_its_charge()
    {
        const double Size = 1e-15;
        var simulation = CircuitEngines.Default.Prepare(new Netlist()
            .VoltageSource("V1", "a", "0", new PulseWaveform(0, 1.2, 1e-9, 1e-9, 3e-9, 1e-9, 10e-9))
            .Resistor("R1", "a", "b", 1e3)
            .Capacitor("C1", "b", "f", Size)
            .Capacitor("C2", "f", "0", 2 * Size)
            .Capacitor("C3", "f", "c", Size)
            .Resistor("R2", "c", "0", 1e5)
            .Device("M1", "c", "0", new DevicePhys.Tests.Simulation.BenchMemristor<Dual>()));
        double Charge() => (Size * (simulation.Voltage("f") - simulation.Voltage("b"))) + (2 * Size * simulation.Voltage("f"))
            + (Size * (simulation.Voltage("f") - simulation.Voltage("c")));
        var before = Charge();
        for (var i = 1; i <= 200; i++)
        {
            simulation.Run(i * 50e-9 + 3e-9);
            Assert.Equal(before, Charge(), 1e-9 * Size * 1.2);
        }
    }
}
