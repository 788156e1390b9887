using System.Numerics;
using System.Runtime.InteropServices;

namespace DevicePhys.Spiking.TrueNorth;

/// <summary>The way of spikes through a mesh: every shard of cores writes them down for the shards they go to, which put them on their axons a tick later.</summary>
/// <remarks>No spike arrives sooner than a tick after it was sent, so that the sender need not touch the memory of other threads, nor lock it.</remarks>
internal sealed class SpikeRoutes
{
    /// <summary>The largest number of cores whose numbers fit a packed target.</summary>
    public const int MostCores = 1 << 20;

    private readonly uint[] targets;
    private readonly int[] columns, lines, shardOf;
    private readonly ulong[] slots;
    private readonly List<uint>[] letters;
    private readonly int shards, cores;

    /// <summary>Makes the routes.</summary>
    /// <param name="width">Cores along x.</param>
    /// <param name="settings">The cores.</param>
    /// <param name="starts">[Shards + 1], the first core of each shard.</param>
    public SpikeRoutes(int width, IReadOnlyList<CoreSettings> settings, IReadOnlyList<int> starts)
    {
        (shards, cores) = (starts.Count - 1, settings.Count);
        (targets, slots) = (new uint[cores * CoreSettings.Count], new ulong[CoreSettings.Slots * cores * CoreSettings.Words]);
        (columns, lines, shardOf) = (new int[cores], new int[cores], new int[cores]);
        letters = [.. Enumerable.Range(0, 2 * shards * shards).Select(_ => new List<uint>())];
        for (var shard = 0; shard < shards; shard++)
            Array.Fill(shardOf, shard, starts[shard], starts[shard + 1] - starts[shard]);
        for (var core = 0; core < cores; core++)
        {
            (columns[core], lines[core]) = (core % width, core / width);
            for (var j = 0; j < CoreSettings.Count; j++)
            {
                // A delay of 0 stands for no target.
                var target = settings[core].Targets[j];
                targets[(core * CoreSettings.Count) + j] = target.Core < 0 ? 0 : ((uint)target.Core << 12) | ((uint)target.Axon << 4) | (uint)target.Delay;
            }
        }
    }

    /// <summary>The active axons of a core at a tick, to be cleared once they are used.</summary>
    /// <param name="core">The core.</param>
    /// <param name="tick">The tick.</param>
    /// <returns>[Words].</returns>
    public Span<ulong> Input(int core, long tick) =>
        slots.AsSpan((((int)(tick % CoreSettings.Slots) * cores) + core) * CoreSettings.Words, CoreSettings.Words);

    /// <summary>Writes the spikes of a core down.</summary>
    /// <param name="core">The core.</param>
    /// <param name="shard">Its shard.</param>
    /// <param name="spikes">[Words], a bit for each neuron.</param>
    /// <param name="tick">The tick.</param>
    /// <returns>The steps they take from core to core.</returns>
    public long Send(int core, int shard, ReadOnlySpan<ulong> spikes, long tick)
    {
        var hops = 0L;
        var (x, y, from) = (columns[core], lines[core], Letters(tick, shard, 0));
        for (var word = 0; word < spikes.Length; word++)
        {
            for (var bits = spikes[word]; bits != 0; bits &= bits - 1)
            {
                if (targets[(core * CoreSettings.Count) + (word * 64) + BitOperations.TrailingZeroCount(bits)] is var packed && packed == 0)
                    continue;
                var target = packed >> 12;
                letters[from + shardOf[target]].Add(packed);
                hops += Math.Abs(columns[target] - x) + Math.Abs(lines[target] - y);
            }
        }

        return hops;
    }

    /// <summary>Puts the spikes of the tick before on the axons of a shard.</summary>
    /// <param name="shard">The shard.</param>
    /// <param name="tick">The coming tick.</param>
    public void Deliver(int shard, long tick)
    {
        for (var sender = 0; sender < shards; sender++)
        {
            var letter = letters[Letters(tick - 1, sender, shard)];
            foreach (var packed in CollectionsMarshal.AsSpan(letter))
            {
                var axon = packed >> 4 & 0xFF;
                Input((int)(packed >> 12), tick - 1 + (packed & 0xF))[(int)(axon / 64)] |= 1UL << (int)(axon % 64);
            }

            letter.Clear();
        }
    }

    // Two sets, so that a shard can read those of the tick before while others write those of this one.
    private int Letters(long tick, int sender, int receiver) => ((((int)(tick & 1) * shards) + sender) * shards) + receiver;
}
