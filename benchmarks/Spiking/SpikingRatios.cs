using System.Diagnostics;
using System.Globalization;
using DevicePhys.Benchmarks.Arrays;
using DevicePhys.Spiking;
using DevicePhys.Spiking.Connections;
using DevicePhys.Spiking.Monitors;
using DevicePhys.Spiking.Neurons;
using DevicePhys.Tables;

namespace DevicePhys.Benchmarks.Spiking;

/// <summary>The current-based benchmark network of 4,000 neurons beside Brian2's C++ standalone on the same network, CPU time of the run alone on both sides.</summary>
internal static class SpikingRatios
{
    private const double Seconds = 10;

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
            var (full, single) = (Best(given, single: false), Best(given, single: true));
            if (PythonRun.Output("tests/Spiking/cuba.py", file, Seconds.ToString(CultureInfo.InvariantCulture), "cpp_standalone", "5") is null)
            {
                Console.WriteLine("Brian2's C++ standalone does not build here.");
                return;
            }

            var theirs = NpzFile.Load(file + ".cpp.npz");
            var peer = theirs["seconds"].Values<double>()[0];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"Brian2 C++ standalone (-O3 -march=native -ffast-math), double: {peer:0.000} s CPU, {theirs["spikes"].Values<double>()[0]:0} spikes; ratio to double {peer / full:0.0}, to single {peer / single:0.0}"));
            var file4 = file + ".single.npz";
            File.Copy(file, file4);
            PythonRun.Output("tests/Spiking/cuba.py", file4, Seconds.ToString(CultureInfo.InvariantCulture), "cpp_standalone_single", "5");
            peer = NpzFile.Load(file4 + ".cpp.npz")["seconds"].Values<double>()[0];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Brian2 C++ standalone, single: {peer:0.000} s CPU; ratio to single {peer / single:0.0}"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Best(IReadOnlyDictionary<string, NpyArray> given, bool single)
    {
        var (best, spikes) = (double.MaxValue, 0);
        for (var repeat = 0; repeat < 7; repeat++)
        {
            var (seconds, count) = Cuba(given, single);
            (best, spikes) = (Math.Min(best, seconds), count);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CUBA, {Seconds} s simulated, {(single ? "single" : "double")}: {best:0.000} s CPU, {spikes} spikes"));
        return best;
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
}
