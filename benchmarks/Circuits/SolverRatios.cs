using System.Diagnostics;
using DevicePhys.Circuits;
using DevicePhys.Circuits.Engine;
using DevicePhys.Devices;
using DevicePhys.Numbers;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;

namespace DevicePhys.Benchmarks.Circuits;

/// <summary>The whole matrix against the sparse one, by the number of unknowns, side by side: where the one should give way to the other.</summary>
/// <remarks>
/// Three shapes of circuit: a ladder (three entries in a row, what sparse likes best), a line of inverters (about four), and memristors between all pairs
/// of nodes (a full matrix). Times are the best of fifteen, warm, of whole transients with the same steps.
/// </remarks>
public static class SolverRatios
{
    private const double Stop = 100e-9;

    /// <summary>Runs the circuits and prints times and ratios.</summary>
    public static void Run()
    {
        Console.WriteLine("unknowns   ladder: dense, sparse [us], ratio   inverters   all pairs");
        foreach (var unknowns in new[] { 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16 })
        {
            var line = FormattableString.Invariant($"{unknowns,8}");
            foreach (var netlist in new[] { Ladder(unknowns), Inverters(unknowns), Pairs(unknowns) })
            {
                var (dense, sparse) = Times(netlist);
                line += FormattableString.Invariant($"   {1e6 * dense,8:F0} {1e6 * sparse,8:F0} {sparse / dense,5:F2}");
            }

            Console.WriteLine(line);
        }
    }

    private static (double Dense, double Sparse) Times(Netlist netlist)
    {
        ISimulation[] simulations =
        [
            new BuiltinEngine { DenseLimit = int.MaxValue }.Prepare(netlist, TransientOptions.AtTolerance(1e-4)),
            new BuiltinEngine { DenseLimit = 0 }.Prepare(netlist, TransientOptions.AtTolerance(1e-4)),
        ];
        var best = new[] { double.PositiveInfinity, double.PositiveInfinity };
        for (var round = 0; round < 15; round++)
        {
            for (var i = 0; i < 2; i++)
            {
                var clock = Stopwatch.StartNew();
                simulations[i].Reset();
                simulations[i].Run(Stop);
                best[i] = Math.Min(best[i], clock.Elapsed.TotalSeconds);
            }
        }

        return (best[0], best[1]);
    }

    private static Netlist Ladder(int unknowns)
    {
        var netlist = new Netlist().VoltageSource("V1", "n0", "0", new PulseWaveform(0, 1.5, 1e-9, 1e-9, 20e-9, 1e-9, 40e-9));
        for (var i = 0; i < unknowns; i++)
            netlist.Resistor($"R{i}", $"n{i}", $"n{i + 1}", 1e3).Capacitor($"C{i}", $"n{i + 1}", "0", 1e-13).Device($"M{i}", $"n{i + 1}", "0", new ThresholdMemristor<Dual>());
        return netlist;
    }

    private static Netlist Inverters(int unknowns)
    {
        var (n, p) = (DeviceCatalog.Default.Card("EkvMosfet.N65Hp"), DeviceCatalog.Default.Card("EkvMosfet.P65Hp"));
        var netlist = new Netlist().VoltageSource("VDD", "vdd", "0", new Constant(1.1)).VoltageSource("V1", "n0", "0", new PulseWaveform(0, 1.1, 1e-9, 1e-9, 20e-9, 1e-9, 40e-9));
        for (var i = 0; i < unknowns; i++)
        {
            netlist.Device($"N{i}", [$"n{i + 1}", $"n{i}", "0", "0"], n, DeviceCatalog.Default)
                .Device($"P{i}", [$"n{i + 1}", $"n{i}", "vdd", "vdd"], p, DeviceCatalog.Default).Capacitor($"C{i}", $"n{i + 1}", "0", 1e-15);
        }

        return netlist;
    }

    private static Netlist Pairs(int unknowns)
    {
        var netlist = new Netlist().VoltageSource("V1", "in", "0", new PulseWaveform(0, 1.5, 1e-9, 1e-9, 20e-9, 1e-9, 40e-9));
        for (var i = 0; i < unknowns; i++)
        {
            netlist.Resistor($"R{i}", i % 2 == 0 ? "in" : "0", $"n{i}", 1e3).Capacitor($"C{i}", $"n{i}", "0", 1e-14);
            for (var j = 0; j < i; j++)
                netlist.Device($"M{i}_{j}", $"n{i}", $"n{j}", new ThresholdMemristor<Dual>());
        }

        return netlist;
    }
}
