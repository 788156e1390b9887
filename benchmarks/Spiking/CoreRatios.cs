using System.Diagnostics;
using System.Globalization;
using DevicePhys.Sampling;
using DevicePhys.Spiking.TrueNorth;

namespace DevicePhys.Benchmarks.Spiking;

/// <summary>The tick of 4,096 TrueNorth-like cores at 20 Hz beside the millisecond it stands for, and the bit-parallel tick beside one neuron after the other.</summary>
internal static class CoreRatios
{
    private const int Cores = 4096, Side = 64, Ticks = 100;

    public static void Run()
    {
        foreach (var threads in new[] { 1, 2 })
        {
            foreach (var shared in new[] { true, false })
                Report(threads, shared);
        }

        // The plain form: the same core with every neuron by chance, though the mask of its chance has no effect worth speaking of.
        var (fast, plain) = (Seconds(Mesh(64, 8, 1, shared: true, mask: 0), 300), Seconds(Mesh(64, 8, 1, shared: true, mask: 1), 300));
        Console.WriteLine(Text($"64 cores, one thread: bit-parallel {1e6 * fast / 64:0.00} µs per core and tick, one neuron after the other {1e6 * plain / 64:0.00} µs; ratio {plain / fast:0.0}"));
    }

    private static void Report(int threads, bool shared)
    {
        var mesh = Mesh(Cores, Side, threads, shared, mask: 0);
        var before = mesh.Work;
        var processor = Environment.CpuUsage.TotalTime;
        var seconds = Seconds(mesh, Ticks);
        processor = Environment.CpuUsage.TotalTime - processor;
        var ticks = mesh.Ticks;
        var rows = (mesh.Work.Rows - before.Rows) / (double)ticks;
        var spikes = (mesh.Work.Spikes - before.Spikes) / (double)ticks / Cores / CoreSettings.Count * 1e3;
        var synapses = (mesh.Work.Synapses - before.Synapses) / (double)ticks;
        var floor = CoreMemory.Seconds(Cores, threads, (int)Math.Round(rows / Cores));
        Console.WriteLine(Text(
            $"{Cores} cores, {threads} thread(s), neurons {(shared ? "alike in all cores" : "of each core its own")}: {1e3 * seconds:0.000} ms per tick of 1 ms, ratio {1e-3 / seconds:0.00} of real time; processor time {processor.TotalMilliseconds / ticks:0.000} ms; {spikes:0.0} Hz, {synapses:0} synaptic events per tick; touching the same memory alone {1e3 * floor:0.000} ms"));
    }

    private const int Warm = 60;

    private static double Seconds(TrueNorthMesh mesh, int ticks)
    {
        for (var tick = 0; tick < Warm; tick++)
            mesh.Step();
        var best = double.MaxValue;
        for (var part = 0; part < 5; part++)
        {
            var watch = Stopwatch.StartNew();
            for (var tick = 0; tick < ticks / 5; tick++)
                mesh.Step();
            best = Math.Min(best, watch.Elapsed.TotalSeconds / (ticks / 5));
        }

        return best;
    }

    // Half of all synapses; a leak drives each neuron, so that all fire at about 20 Hz, each in a phase of its own, and excitation and inhibition are even.
    private static TrueNorthMesh Mesh(int cores, int width, int threads, bool shared, int mask)
    {
        var random = new RandomStream(1, "core benchmark");
        var alike = Neurons(random, mask);
        return new TrueNorthMesh(width, [.. Enumerable.Range(0, cores).Select(_ => Core(random, cores, shared ? alike : Neurons(random, mask)))], threads);
    }

    private static CoreSettings Core(RandomStream random, int cores, IReadOnlyList<CoreNeuron> neurons)
    {
        var synapses = new ulong[1024];
        for (var word = 0; word < synapses.Length; word++)
            synapses[word] = ((ulong)random.NextUInt32() << 32) | random.NextUInt32();
        return new CoreSettings(
            [.. Enumerable.Range(0, 256).Select(axon => (byte)(axon % 2))], synapses, neurons,
            [.. Enumerable.Range(0, 256).Select(j => new NeuronTarget(random.NextInt(cores), random.NextInt(256), 1 + random.NextInt(15)))]);
    }

    private static IReadOnlyList<CoreNeuron> Neurons(RandomStream random, int mask) => [.. Enumerable.Range(0, 256).Select(_ => new CoreNeuron
    {
        Weights = [1, -1, 0, 0], Leak = 20, Threshold = 1000, ThresholdMask = mask, NegativeThreshold = 1000, Reset = ResetMode.Linear, InitialPotential = random.NextInt(1000),
    })];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
