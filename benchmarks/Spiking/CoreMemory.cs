using System.Diagnostics;
using System.Runtime.Intrinsics;
using DevicePhys.Sampling;

namespace DevicePhys.Benchmarks.Spiking;

/// <summary>What the memory of a mesh of cores alone takes: potentials of 16 bits read and written, rows of synapses read where they lie, nothing computed.</summary>
internal static class CoreMemory
{
    private const int Words = 4, Axons = 256, PotentialBytes = 512, Ticks = 20, Repeats = 5;

    /// <summary>The best time of a tick [s].</summary>
    /// <param name="cores">Cores.</param>
    /// <param name="threads">Threads that share them.</param>
    /// <param name="rows">Rows read in each core.</param>
    public static double Seconds(int cores, int threads, int rows)
    {
        var random = new RandomStream(1, "core memory");
        var (potentials, synapses) = (new byte[cores * PotentialBytes], new ulong[cores * Axons * Words]);
        var axons = new byte[cores * rows];
        foreach (ref var axon in axons.AsSpan())
            axon = (byte)random.NextInt(Axons);
        var sums = new ulong[threads];
        var best = double.MaxValue;
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            var watch = Stopwatch.StartNew();
            for (var tick = 0; tick < Ticks; tick++)
                Parallel.For(0, threads, Part);
            best = Math.Min(best, watch.Elapsed.TotalSeconds / Ticks);
        }

        return best;

        void Part(int thread)
        {
            var sum = Vector256<ulong>.Zero;
            for (var core = cores * thread / threads; core < cores * (thread + 1) / threads; core++)
            {
                for (var row = 0; row < rows; row++)
                    sum ^= Vector256.Create(synapses.AsSpan(((core * Axons) + axons[(core * rows) + row]) * Words, Words));
                for (var at = core * PotentialBytes; at < (core + 1) * PotentialBytes; at += Vector512<byte>.Count)
                    (Vector512.Create(potentials.AsSpan(at, Vector512<byte>.Count)) + Vector512<byte>.One).CopyTo(potentials.AsSpan(at));
            }

            sums[thread] ^= sum[0];
        }
    }
}
