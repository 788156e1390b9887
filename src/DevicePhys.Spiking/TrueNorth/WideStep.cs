using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DevicePhys.Spiking.TrueNorth;

/// <summary>The tick of sixteen neurons at a time, with all 20 bits of the potential; neurons that need random numbers are left as they are.</summary>
internal static class WideStep
{
    private static readonly Vector512<int> LaneBits = Vector512.Create(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768);

    /// <summary>Moves a core on.</summary>
    /// <param name="plan">Its neurons.</param>
    /// <param name="potentials">[Neurons], changed.</param>
    /// <param name="rows">Its input.</param>
    /// <param name="spikes">[Words], a bit for each neuron, set.</param>
    /// <returns>How many spiked, and whether nothing changed.</returns>
    public static (int Fired, bool Same) Run(NeuronPlan plan, int[] potentials, ActiveRows rows, Span<ulong> spikes)
    {
        var (same, fired) = (true, 0);
        var words = MemoryMarshal.Cast<ulong, ushort>(spikes);
        for (var block = 0; block < CoreSettings.Count / NeuronPlan.Lanes; block++)
        {
            var word = Block(plan, potentials, block, rows, ref same);
            words[block] = (ushort)word;
            fired += BitOperations.PopCount(word);
        }

        return (fired, same);
    }

    private static uint Block(NeuronPlan plan, int[] potentials, int block, ActiveRows rows, ref bool same)
    {
        const int rowBlocks = CoreSettings.Count / NeuronPlan.Lanes;
        var at = block * NeuronPlan.Lanes;
        var words = MemoryMarshal.Cast<ulong, ushort>(rows.Rows.AsSpan());
        var sum = Vector512<int>.Zero;
        for (var row = 0; row < rows.Count; row++)
        {
            var (low, high) = Vector256.Widen(Load<Vector256<short>, short>(plan.Weights, (rows.Types[row] * CoreSettings.Count) + at));
            sum += Lanes(words[(row * rowBlocks) + block]) & Vector512.Create(low, high);
        }

        var limit = Vector512.Create(CoreNeuron.Limit);
        var before = Load<Vector512<int>, int>(potentials, at);
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
        Unsafe.WriteUnaligned(ref Unsafe.As<int, byte>(ref potentials[at]), v);
        return (uint)above.ExtractMostSignificantBits() & ~stochastic;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Load<TVector, T>(T[] column, int at) => Unsafe.ReadUnaligned<TVector>(ref Unsafe.As<T, byte>(ref column[at]));

    // A lane of ones for each bit.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Lanes(ushort bits) => Vector512.Equals(Vector512.Create((int)bits) & LaneBits, LaneBits);
}
