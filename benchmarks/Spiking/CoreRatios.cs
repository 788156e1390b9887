using System.Diagnostics;
using System.Globalization;
using DevicePhys.Sampling;
using DevicePhys.Spiking.TrueNorth;

namespace DevicePhys.Benchmarks.Spiking;

/// <summary>A mesh of 4,096 cores whose neurons fire at about 20 Hz, against the chip's tick of 1 ms.</summary>
internal static class CoreRatios
{
    private const int Side = 64, Size = TrueNorthCore.Size, Ticks = 60;

    public static void Run()
    {
        var random = new RandomStream(1, "mesh");
        var cores = new TrueNorthCore[Side * Side];
        var targets = new TrueNorthTarget[cores.Length * Size];
        for (var c = 0; c < cores.Length; c++)
        {
            var crossings = new ulong[4 * Size];
            foreach (ref var word in crossings.AsSpan())
                word = ((ulong)random.NextUInt32() << 32) | random.NextUInt32();
            byte[] types = [.. Enumerable.Range(0, Size).Select(_ => (byte)random.NextInt(4))];
            var neuron = new TrueNorthNeuron { Weights = [3, 2, -3, -2], Threshold = 45, NegativeThreshold = 20, Reset = TrueNorthReset.Linear };
            cores[c] = new TrueNorthCore(types, crossings, [.. Enumerable.Range(0, Size).Select(_ => neuron with { Leak = 1, First = random.NextInt(40) })], (uint)(c + 1));
            for (var n = 0; n < Size; n++)
                targets[(c * Size) + n] = new TrueNorthTarget(random.NextInt(cores.Length), random.NextInt(Size), 1 + random.NextInt(15));
        }

        var mesh = new TrueNorthMesh(Side, cores, targets);
        for (var warm = 0; warm < 40; warm++)
            mesh.Tick();
        foreach (var threads in new[] { 1, 2 })
        {
            var (spikes, events, times) = (mesh.Spikes, cores.Sum(core => core.Events), new double[Ticks]);
            for (var tick = 0; tick < Ticks; tick++)
            {
                var start = Stopwatch.GetTimestamp();
                mesh.Tick(threads);
                times[tick] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }

            Array.Sort(times);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{cores.Length} cores, {threads} thread(s): {times[Ticks / 2]:0.00} ms per tick (median), {(mesh.Spikes - spikes) / (double)Ticks / (cores.Length * Size) * 1000:0.0} Hz, {(cores.Sum(core => core.Events) - events) / (double)Ticks / 1e6:0.0} M synaptic events per tick; the chip takes 1 ms"));
        }
    }
}
