using System.Numerics;

namespace DevicePhys.Spiking.TrueNorth;

/// <summary>The rows of synapses that the active axons of one core name in a tick, gathered.</summary>
/// <remarks>Rows of several cores are gathered before the first of these cores is moved on: they lie anywhere in memory, and waiting for all of them at once takes hardly longer than for one.</remarks>
internal sealed class ActiveRows
{
    /// <summary>[Active axons × words], row-major.</summary>
    public ulong[] Rows { get; } = new ulong[CoreSettings.Axons * CoreSettings.Words];

    /// <summary>[Active axons], the type of each.</summary>
    public byte[] Types { get; } = new byte[CoreSettings.Axons];

    /// <summary>Active axons.</summary>
    public int Count { get; private set; }

    /// <summary>Synapses that are set in the rows.</summary>
    public int Events { get; private set; }

    /// <summary>Gathers the rows.</summary>
    /// <param name="input">[Words], the active axons.</param>
    /// <param name="types">[Axons].</param>
    /// <param name="synapses">[Axons × words].</param>
    public void Gather(ReadOnlySpan<ulong> input, ReadOnlySpan<byte> types, ReadOnlySpan<ulong> synapses)
    {
        var (count, events) = (0, 0);
        for (var word = 0; word < CoreSettings.Words; word++)
        {
            for (var bits = input[word]; bits != 0; bits &= bits - 1)
            {
                var axon = (word * 64) + BitOperations.TrailingZeroCount(bits);
                var row = synapses.Slice(axon * CoreSettings.Words, CoreSettings.Words);
                events += BitOperations.PopCount(row[0]) + BitOperations.PopCount(row[1]) + BitOperations.PopCount(row[2]) + BitOperations.PopCount(row[3]);
                row.CopyTo(Rows.AsSpan(count * CoreSettings.Words));
                Types[count++] = types[axon];
            }
        }

        (Count, Events) = (count, events);
    }
}
