using System.Diagnostics;
using System.Globalization;
using DevicePhys.Benchmarks.Arrays;
using DevicePhys.Spiking;
using DevicePhys.Spiking.Connections;
using DevicePhys.Spiking.Monitors;
using DevicePhys.Spiking.Neurons;
using DevicePhys.Tables;

namespace DevicePhys.Benchmarks.Spiking;

/// <summary>The current-based benchmark network of 4,000 neurons beside Brian2's C++ standalone on the same network, in double and in single precision: CPU time of the run alone on both sides.</summary>
internal static class SpikingRatios
{
    private const double Seconds = 10;
    private const int Repeats = 7;

    public static void Run()
    {
        var folder = Directory.CreateTempSubdirectory("devicephys-spiking").FullName;
        try
        {
            var file = Path.Combine(folder, "cuba.npz");
            if (PythonRun.Output("tests/Spiking/cuba.py", file, "0.01") is null)
            {
                Console.WriteLine("Brian2 is absent: nothing to compare with.");
                return;
            }

            var given = NpzFile.Load(file);
            if (Build(file, "double") is not { } whole || Build(file, "single") is not { } half)
            {
                Console.WriteLine("Brian2's C++ standalone does not build here.");
                return;
            }

            var best = new[] { double.MaxValue, double.MaxValue, double.MaxValue, double.MaxValue };
            var spikes = new int[2];
            for (var repeat = 0; repeat < Repeats; repeat++)
            {
                (var ours, spikes[0]) = Cuba(given, single: false);
                (var oursSingle, spikes[1]) = Cuba(given, single: true);
                foreach (var (k, seconds) in new[] { ours, oursSingle, whole.Program.Run(), half.Program.Run() }.Index())
                    best[k] = Math.Min(best[k], seconds);
            }

            Say($"CUBA, {Seconds} s simulated, the best of {Repeats}; Brian2 C++ standalone with -O3 -march=native -ffast-math");
            Say($"double: {best[0]:0.000} s CPU, {spikes[0]} spikes; Brian2 {best[2]:0.000} s, {whole.Spikes} spikes; ratio {best[2] / best[0]:0.0}");
            Say($"single: {best[1]:0.000} s CPU, {spikes[1]} spikes; Brian2 {best[3]:0.000} s, {half.Spikes} spikes; ratio {best[3] / best[1]:0.0}, to Brian2 in double {best[2] / best[1]:0.0}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (Brian2Program Program, double Spikes)? Build(string file, string precision)
    {
        var (own, folder) = ($"{file}.{precision}.npz", $"{file}.{precision}");
        File.Copy(file, own);
        return PythonRun.Output("tests/Spiking/cuba.py", own, Seconds.ToString(CultureInfo.InvariantCulture), $"cpp_standalone_{precision}", folder) is null
            ? null
            : (new Brian2Program(folder), NpzFile.Load(own + ".cpp.npz")["spikes"].Values<double>()[0]);
    }

    private static (double Seconds, int Spikes) Cuba(IReadOnlyDictionary<string, NpyArray> given, bool single)
    {
        var network = new SpikingNetwork(1e-4);
        NeuronPopulation neurons = single ? network.AddSingleNeurons(4000, new LifSettings()) : network.AddNeurons(4000, new LifSettings());
        neurons.Write(NeuronState.Potential, given["v"].Values<double>());
        network.Connect(neurons, neurons, SparseConnections.Pairs(4000, 4000, given["excitatory_pre"].Values<int>(), given["excitatory_post"].Values<int>(), 1.62e-3), Receptor.Excitatory);
        network.Connect(neurons, neurons, SparseConnections.Pairs(4000, 4000, given["inhibitory_pre"].Values<int>(), given["inhibitory_post"].Values<int>(), -9e-3), Receptor.Inhibitory);
        var spikes = network.RecordSpikes(neurons);
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        network.Run(Seconds);
        process.Refresh();
        return ((process.TotalProcessorTime - before).TotalSeconds, spikes.Count);
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
