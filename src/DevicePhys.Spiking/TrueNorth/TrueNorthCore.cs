using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DevicePhys.Spiking.TrueNorth;

/// <summary>One core of a mesh: its synapses, potentials and the spikes on their way to it.</summary>
/// <remarks>
/// Sixteen neurons at a time: each active axon adds its weights to those lanes that its row of synapses names, then leak, thresholds and resets without a
/// branch. Neurons that need random numbers are done one after the other, in their order. A core without input whose last tick changed
/// nothing will change nothing: it is passed over.
/// </remarks>
internal sealed class TrueNorthCore
{
    private static readonly Vector512<int> LaneBits = Vector512.Create(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768);
    private readonly NeuronPlan plan;
    private readonly ulong[] synapses;
    private readonly ushort[] rowCounts = new ushort[CoreSettings.Axons];
    private readonly ulong[] typeMasks = new ulong[CoreSettings.Types * CoreSettings.Words];
    private readonly byte[] types;
    private readonly ulong[] slots = new ulong[CoreSettings.Slots * CoreSettings.Words];
    private readonly ulong[] spikes = new ulong[CoreSettings.Words];
    private ShiftRegister chance;
    private bool settled;

    public TrueNorthCore(CoreSettings settings, NeuronPlan plan)
    {
        (this.plan, synapses, types, chance) = (plan, [.. settings.Synapses], [.. settings.AxonTypes], new ShiftRegister(settings.Seed));
        Potentials = [.. settings.Neurons.Select(neuron => neuron.InitialPotential)];
        for (var axon = 0; axon < CoreSettings.Axons; axon++)
        {
            for (var word = 0; word < CoreSettings.Words; word++)
                rowCounts[axon] += (ushort)BitOperations.PopCount(synapses[(axon * CoreSettings.Words) + word]);
            typeMasks[(types[axon] * CoreSettings.Words) + (axon / 64)] |= 1UL << (axon % 64);
        }
    }

    public int[] Potentials { get; }

    /// <summary>[Words], a bit for each neuron: the spikes of the last tick.</summary>
    public ReadOnlySpan<ulong> Spikes => spikes;

    /// <summary>Puts a spike on an axon at a tick; may be called by several threads for ticks other than the current one.</summary>
    public void Deliver(int axon, int slot) => Interlocked.Or(ref slots[(slot * CoreSettings.Words) + (axon / 64)], 1UL << (axon % 64));

    /// <summary>Moves all neurons on by a tick.</summary>
    /// <param name="slot">The slot of the tick.</param>
    public CoreWork Step(int slot)
    {
        var input = slots.AsSpan(slot * CoreSettings.Words, CoreSettings.Words);
        var quiet = !input.ContainsAnyExcept(0UL);
        if (settled && quiet)
            return new(0, 0, CoreSettings.Count, 0, 0);
        Span<byte> axons = stackalloc byte[CoreSettings.Axons];
        Span<int> ends = stackalloc int[CoreSettings.Types];
        var (active, events) = (0, 0);
        for (var type = 0; type < CoreSettings.Types; type++)
        {
            for (var word = 0; word < CoreSettings.Words; word++)
            {
                for (var bits = input[word] & typeMasks[(type * CoreSettings.Words) + word]; bits != 0; bits &= bits - 1)
                {
                    var axon = (word * 64) + BitOperations.TrailingZeroCount(bits);
                    axons[active++] = (byte)axon;
                    events += rowCounts[axon];
                }
            }

            ends[type] = active;
        }

        var (same, fired) = (true, 0);
        var rows = MemoryMarshal.Cast<ulong, ushort>(synapses);
        var out16 = MemoryMarshal.Cast<ulong, ushort>(spikes.AsSpan());
        for (var block = 0; block < CoreSettings.Count / NeuronPlan.Lanes; block++)
        {
            var word = Block(block, rows, axons, ends, ref same);
            out16[block] = (ushort)word;
            fired += BitOperations.PopCount(word);
        }

        fired += plan.ByChance.Count > 0 ? ByChance(input) : 0;
        input.Clear();
        settled = quiet && same && fired == 0 && plan.ByChance.Count == 0;
        return new(active, events, CoreSettings.Count, fired, 0);
    }

    private uint Block(int block, ReadOnlySpan<ushort> rows, ReadOnlySpan<byte> axons, ReadOnlySpan<int> ends, ref bool same)
    {
        const int rowBlocks = CoreSettings.Count / NeuronPlan.Lanes;
        var at = block * NeuronPlan.Lanes;
        var (sum, k) = (Vector512<int>.Zero, 0);
        for (var type = 0; type < CoreSettings.Types; type++)
        {
            if (k == ends[type])
                continue;
            var (low, high) = Vector256.Widen(Load<Vector256<short>, short>(plan.Weights, (type * CoreSettings.Count) + at));
            var weights = Vector512.Create(low, high);
            for (; k < ends[type]; k++)
                sum += Lanes(rows[(axons[k] * rowBlocks) + block]) & weights;
        }

        var limit = Vector512.Create(CoreNeuron.Limit);
        var before = Load<Vector512<int>, int>(Potentials, at);
        var v = Vector512.Min(Vector512.Max(before + sum, -limit), limit);
        var leak = Load<Vector512<int>, int>(plan.Leak, at);
        if (plan.Reversal[block] is var reversal and not 0)
        {
            var signed = (Vector512.GreaterThan(v, Vector512<int>.Zero) & leak) - (Vector512.LessThan(v, Vector512<int>.Zero) & leak);
            leak = Vector512.ConditionalSelect(Lanes(reversal), signed, leak);
        }

        v = Vector512.Min(Vector512.Max(v + leak, -limit), limit);
        var above = Vector512.GreaterThanOrEqual(v, Load<Vector512<int>, int>(plan.Threshold, at));
        var below = Vector512.AndNot(Vector512.LessThan(v, Load<Vector512<int>, int>(plan.Lowest, at)), above);
        if ((above | below) != Vector512<int>.Zero)
        {
            v = Vector512.ConditionalSelect(above, (v & Lanes(plan.Keep[block])) + Load<Vector512<int>, int>(plan.Add, at), v);
            v = Vector512.ConditionalSelect(below, (v & Lanes(plan.KeepBelow[block])) + Load<Vector512<int>, int>(plan.AddBelow, at), v);
        }

        uint stochastic = plan.Stochastic[block];
        if (stochastic != 0)
            v = Vector512.ConditionalSelect(Lanes((ushort)stochastic), before, v);
        same &= v == before;
        Unsafe.WriteUnaligned(ref Unsafe.As<int, byte>(ref Potentials[at]), v);
        return (uint)above.ExtractMostSignificantBits() & ~stochastic;
    }

    private int ByChance(ReadOnlySpan<ulong> input)
    {
        Span<byte> reached = stackalloc byte[CoreSettings.Axons];
        var fired = 0;
        foreach (var j in plan.ByChance)
        {
            var count = 0;
            for (var word = 0; word < CoreSettings.Words; word++)
            {
                for (var bits = input[word]; bits != 0; bits &= bits - 1)
                {
                    var axon = (word * 64) + BitOperations.TrailingZeroCount(bits);
                    if ((synapses[(axon * CoreSettings.Words) + (j / 64)] >> (j % 64) & 1) != 0)
                        reached[count++] = types[axon];
                }
            }

            if (!ChanceUpdate.Step(plan.Neurons[j], ref Potentials[j], reached[..count], ref chance))
                continue;
            spikes[j / 64] |= 1UL << (j % 64);
            fired++;
        }

        return fired;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Load<TVector, T>(T[] column, int at) => Unsafe.ReadUnaligned<TVector>(ref Unsafe.As<T, byte>(ref column[at]));

    // A lane of ones for each bit.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Lanes(ushort bits) => Vector512.Equals(Vector512.Create((int)bits) & LaneBits, LaneBits);
}
