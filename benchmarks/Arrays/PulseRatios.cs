using System.Diagnostics;
using System.Globalization;
using DevicePhys.Arrays;
using DevicePhys.Sampling;
using DevicePhys.Studies.Data;
using DevicePhys.Studies.Mnist;
using DevicePhys.Tables;

namespace DevicePhys.Benchmarks.Arrays;

/// <summary>Pulses: every device of a large bank, and training of 400-100-10 with exponential synapses in the learning regime and when every active device is pulsed.</summary>
internal static class PulseRatios
{
    private const int Side = 4096;

    // The best of so many: on a shared machine single ones are up to twice as slow.
    private const int Parts = 20, Images = 2000;

    public static void Run(bool large)
    {
        var table = ExponentialDevices.Table();
        var memory = MachineLimits.Read(128 << 20);
        var bank = new DeviceBank(Side * Side, table, deviceToDevice: true, 1);
        var (one, two) = (BestOf.Seconds(() => bank.Pulse(Polarity.Potentiation), 2), BestOf.Seconds(() => bank.Pulse(Polarity.Depression, threads: 2), 2));
        var cells = (double)Side * Side;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Side} x {Side} devices, C2C and D2D: {cells / one / 1e6:0} M/s on one thread, {cells / two / 1e6:0} on two; the 9 bytes of a device at {memory / 1e9:0.0} GB/s of reading allow {memory / 9 / 1e6:0} M/s"));
        Train(table);
        if (large)
        {
            Large(table);
        }
    }

    private static void Large(PulseTable table)
    {
        const int Count = 1_000_000_000;
        var before = GC.GetTotalMemory(true);
        var watch = Stopwatch.StartNew();
        var bank = new DeviceBank(Count, table, deviceToDevice: true, 2);
        var made = watch.Elapsed.TotalSeconds;
        watch.Restart();
        bank.Pulse(Polarity.Potentiation, threads: 2);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Count:N0} devices: {(GC.GetTotalMemory(false) - before) / (double)Count:0.00} bytes each, made in {made:0.0} s, one pulse each in {watch.Elapsed.TotalSeconds:0.0} s on two threads"));
        GC.KeepAlive(bank);
    }

    private static void Train(PulseTable table)
    {
        var digits = BinaryCrop.Of(new MnistData(DataFolders.FromEnvironment()).FindNamed() ?? SyntheticDigits.Create());
        foreach (var (name, rate) in new[] { ("learning regime, rate 0.02", 0.02f), ("every active device pulsed", 1e5f) })
        {
            SynapseArray[] layers = [.. new[] { (400, 100), (100, 10) }.Select((size, l) => new SynapseArray(size.Item1, size.Item2, table, new SynapseSettings(1), new RandomStream(1, "benchmark", (ulong)l)))];
            var network = new Perceptron(layers);
            var next = 0;
            for (var round = 0; round < 3; round++)
            {
                // Later rounds count: the runtime compiles a method in full only after it has run for a while.
                long Pulses() => layers.Sum(layer => layer.PotentiationPulses + layer.DepressionPulses);
                var (best, before, allocated) = (double.MaxValue, Pulses(), GC.GetAllocatedBytesForCurrentThread());
                for (var part = 0; part < Parts; part++)
                {
                    var start = Stopwatch.GetTimestamp();
                    for (var i = 0; i < Images; i++)
                    {
                        next = (next + 1) % digits.Train.Count;
                        if (rate < 10)
                        {
                            network.Train(digits.Train.Image(next), digits.Train.Labels[next], rate);
                        }
                        else
                        {
                            AllPulsed(layers, network, digits.Train.Image(next));
                        }
                    }

                    best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds / Images);
                }

                if (round == 2)
                {
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                        $"400-100-10, {name}: {1 / best:0} images/s, {(Pulses() - before) / ((double)Parts * Images):0} pulses and {(GC.GetAllocatedBytesForCurrentThread() - allocated) / ((double)Parts * Images):0.00} B per image"));
                }
            }
        }
    }

    private static readonly int[] Hidden = [.. Enumerable.Range(0, 100)];
    private static readonly int[] Rows = new int[400];
    private static readonly float[] Ones = [.. Enumerable.Repeat(1f, 400)];
    private static readonly float[] Signs = [.. Enumerable.Range(0, 100).Select(j => j % 2 == 0 ? 1f : -1f)];

    /// <summary>A forward pass, and one pulse for every cell whose input is active.</summary>
    private static void AllPulsed(SynapseArray[] layers, Perceptron network, ReadOnlySpan<byte> image)
    {
        network.Classify(image);
        var count = 0;
        for (var i = 0; i < image.Length; i++)
        {
            if (image[i] != 0)
            {
                Rows[count++] = i;
            }
        }

        layers[0].Update(new ActiveInput(Rows.AsSpan(0, count), Ones.AsSpan(0, count)), Signs, 1.0001f * (float)layers[0].MeanWeightStep);
        layers[1].Update(new ActiveInput(Hidden, Ones.AsSpan(0, 100)), Signs.AsSpan(0, 10), 1.0001f * (float)layers[1].MeanWeightStep);
    }
}
