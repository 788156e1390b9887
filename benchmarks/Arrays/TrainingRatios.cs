using System.Diagnostics;
using DevicePhys.Arrays;
using DevicePhys.Circuits.Testbenches;
using DevicePhys.Devices;
using DevicePhys.Sampling;
using DevicePhys.Studies.Data;
using DevicePhys.Studies.Mnist;
using DevicePhys.Tables;

namespace DevicePhys.Benchmarks.Arrays;

/// <summary>Where the time of training goes: whole images, products alone, updates alone, for both networks, in one run.</summary>
internal static class TrainingRatios
{
    public static void Run()
    {
        var data = new MnistData(DataFolders.FromEnvironment()).FindNamed() ?? SyntheticDigits.Create();
        var table = Characterization.Run(DeviceCatalog.Default.Card("SkyrmionSynapse.Song2020"), new CharacterizationOptions());
        Console.WriteLine($"digits: {data.Name}; best of 8 runs of 2,000 images each, after 5,000; one core");
        var networks = new[] { ("784-10", 0.2f), ("784-100-10", (float)new MnistSettings().DeviceRate) };

        // A first round that nobody sees: the runtime compiles a method in full only after it has run for a while.
        foreach (var (shape, rate) in networks)
        {
            Measure(shape, rate, data, table);
        }

        foreach (var (shape, rate) in networks)
        {
            Console.WriteLine(Measure(shape, rate, data, table));
        }
    }

    private static string Measure(string shape, float rate, DigitSet data, PulseTable table)
    {
        var widths = NetworkShape.Parse(shape).Widths;
        SynapseArray[] layers = [.. Enumerable.Range(0, widths.Count - 1).Select(l => new SynapseArray(
            widths[l], widths[l + 1], table, new SynapseSettings(new MnistSettings().WeightScale), new RandomStream(1, "benchmark", (ulong)l)))];
        var network = new Perceptron(layers);
        var next = 0;
        for (var i = 0; i < 5000; i++)
        {
            Show(true);
        }

        long Pulses() => layers.Sum(layer => layer.PotentiationPulses + layer.DepressionPulses);
        var (before, allocated) = (Pulses(), GC.GetAllocatedBytesForCurrentThread());
        var train = Best(() => Show(true));
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        var pulses = (Pulses() - before) / 16000.0;
        var classify = Best(() => Show(false));
        return
            $"{shape,-11} {1 / train,9:F0} images/s  {1e6 * train:F2} us per image, of which forward {1e6 * classify:F2} us; {pulses:F1} pulses, {allocated / 16000.0:F2} B per image";

        void Show(bool learn)
        {
            next = (next + 1) % data.Train.Count;
            if (learn)
            {
                network.Train(data.Train.Image(next), data.Train.Labels[next], rate);
            }
            else
            {
                network.Classify(data.Train.Image(next));
            }
        }
    }

    private static double Best(Action one)
    {
        var best = double.MaxValue;
        for (var run = 0; run < 8; run++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < 2000; i++)
            {
                one();
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds / 2000);
        }

        return best;
    }
}
