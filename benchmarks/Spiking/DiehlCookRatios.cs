using System.Diagnostics;
using System.Globalization;
using DevicePhys.Benchmarks.Arrays;
using DevicePhys.Sampling;
using DevicePhys.Spiking.DiehlCook;
using DevicePhys.Studies.Data;
using DevicePhys.Tables;

namespace DevicePhys.Benchmarks.Spiking;

/// <summary>Training examples of the network of Diehl and Cook, 400 neurons, beside Brian2's C++ standalone on the same images and first weights: CPU time of the run alone on both sides.</summary>
/// <remarks>Each example is shown once, 700 steps of 0.5 ms on both sides; both draw the input spikes while they run.</remarks>
internal static class DiehlCookRatios
{
    private const int Examples = 100, Repeats = 5;

    public static void Run()
    {
        var images = (new MnistData(DataFolders.FromEnvironment()).FindNamed() ?? SyntheticDigits.Create(trainCount: Examples, testCount: 1)).Train;
        var settings = new DiehlCookSettings { Repeats = 0 };
        var first = new DiehlCookWeights(settings, 1);
        var folder = Directory.CreateTempSubdirectory("devicephys-diehlcook").FullName;
        try
        {
            var (given, result, built) = (Path.Combine(folder, "given.npz"), Path.Combine(folder, "result.npz"), Path.Combine(folder, "program"));
            Save(given, settings, first, images);
            if (PythonRun.Output("benchmarks/Spiking/diehl_cook.py", given, result, built) is null)
            {
                Say($"Brian2's C++ standalone is absent or does not build here.");
                return;
            }

            var (theirs, program) = (NpzFile.Load(result), new Brian2Program(built));
            var (best, peer, inputs, spikes) = (double.MaxValue, double.MaxValue, 0L, 0L);
            for (var repeat = 0; repeat < Repeats; repeat++)
            {
                (var seconds, inputs, spikes) = Learn(settings, first.Clone(), images);
                (best, peer) = (Math.Min(best, seconds), Math.Min(peer, program.Run()));
            }

            double Of(string name) => theirs[name].Values<double>()[0] / Examples;
            Say($"{Examples} training examples, {settings.Neurons} neurons, the best of {Repeats}: {1e3 * best / Examples:0.000} ms CPU per example, {(double)inputs / Examples:0} input spikes and {(double)spikes / Examples:0.0} spikes each");
            Say($"Brian2 C++ standalone (-O3 -march=native -ffast-math): {1e3 * peer / Examples:0.000} ms CPU per example, {Of("input_spikes"):0} input spikes and {Of("spikes"):0.0} spikes each; ratio {peer / best:0.0}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (double Seconds, long Inputs, long Spikes) Learn(DiehlCookSettings settings, DiehlCookWeights weights, DigitImages images)
    {
        var network = new DiehlCookNetwork(settings, weights);
        using var process = Process.GetCurrentProcess();
        var (before, inputs, spikes) = (process.TotalProcessorTime, 0L, 0L);
        for (var example = 0; example < Examples; example++)
        {
            network.Learn(images.Image(example), new RandomStream(1, "benchmark", (ulong)example));
            inputs += network.InputSpikes;
            spikes += network.Spikes;
        }

        process.Refresh();
        return ((process.TotalProcessorTime - before).TotalSeconds, inputs, spikes);
    }

    private static void Save(string path, DiehlCookSettings settings, DiehlCookWeights first, DigitImages images)
    {
        double[] matrix = [.. Enumerable.Range(0, settings.Inputs).SelectMany(input => first.Row(input)[..settings.Neurons].ToArray()).Select(weight => (double)weight)];
        NpzFile.Save(path,
        [
            new("pixels", NpyArray.Of(images.Pixels[..(Examples * settings.Inputs)], Examples, settings.Inputs)), new("weights", NpyArray.Of(matrix, settings.Inputs, settings.Neurons)),
            new("full_rate", NpyArray.Of([settings.FullRate * settings.Intensity])), new("sum", NpyArray.Of([settings.WeightSum])),
            new("adaptation", NpyArray.Of([1e3 * settings.FirstAdaptation])), new("per_spike", NpyArray.Of([1e3 * settings.AdaptationPerSpike * settings.Neurons / 400])),
        ]);
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
