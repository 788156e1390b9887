using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DevicePhys.Spiking.TrueNorth;

/// <summary>The tick of 32 neurons at a time, with 16 bits and without a branch that depends on them.</summary>
internal static class NarrowStep
{
    private const int Blocks = CoreSettings.Count / NarrowPlan.Lanes;

    // Byte L of a row's 32 bits in the low byte of lanes 8 L to 8 L + 7, and in each lane its own bit.
    private static readonly Vector512<byte> Spread = Vector512.Create([.. Enumerable.Range(0, 64).Select(at => at % 2 == 0 ? (byte)(at / 16) : (byte)0x80)]);
    private static readonly Vector512<short> LaneBits = Vector512.Create([.. Enumerable.Range(0, 32).Select(lane => (short)(1 << (lane % 8)))]);

    /// <summary>Moves a core on.</summary>
    /// <param name="plan">Its neurons.</param>
    /// <param name="potentials">[Neurons], changed.</param>
    /// <param name="rows">Its input.</param>
    /// <param name="spikes">[Words], a bit for each neuron, set.</param>
    /// <returns>How many spiked, whether nothing changed, and whether a potential left the reach of 16 bits.</returns>
    public static (int Fired, bool Same, bool Far) Run(NarrowPlan plan, Span<short> potentials, ActiveRows rows, Span<ulong> spikes)
    {
        Span<Vector512<short>> inputs = stackalloc Vector512<short>[Blocks];
        Sum(plan.Weights, rows, inputs);
        var (fired, changed, far) = (0, Vector512<short>.Zero, Vector512<short>.Zero);
        var words = MemoryMarshal.Cast<ulong, uint>(spikes);
        for (var block = 0; block < Blocks; block++)
        {
            var at = block * NarrowPlan.Lanes;
            ref var place = ref Unsafe.As<short, byte>(ref potentials[at]);
            var before = Unsafe.ReadUnaligned<Vector512<short>>(ref place);
            var v = before + inputs[block];
            var leak = Load(plan.Leak, at);
            if (plan.Reversal is { } reversal)
            {
                var signed = (Vector512.GreaterThan(v, Vector512<short>.Zero) & leak) - (Vector512.LessThan(v, Vector512<short>.Zero) & leak);
                leak = Vector512.ConditionalSelect(Load(reversal, at), signed, leak);
            }

            v += leak;
            var above = Vector512.GreaterThanOrEqual(v, Load(plan.Threshold, at));
            var below = Vector512.LessThan(v, Load(plan.Lowest, at));
            var reset = (v & Load(plan.Keep, at)) + Load(plan.Add, at);
            var floor = (v & Load(plan.KeepBelow, at)) + Load(plan.AddBelow, at);
            v = Vector512.ConditionalSelect(above, reset, Vector512.ConditionalSelect(below, floor, v));
            changed |= v ^ before;
            far = Vector512.Max(far, Vector512.Abs(v));
            Unsafe.WriteUnaligned(ref place, v);
            var word = (uint)above.ExtractMostSignificantBits();
            words[block] = word;
            fired += BitOperations.PopCount(word);
        }

        return (fired, changed == Vector512<short>.Zero, Vector512.GreaterThanAny(far, Vector512.Create((short)NarrowPlan.Reach)));
    }

    // Row by row, so that the sums of all 256 neurons stay in registers and the only loop is as long as the input.
    private static void Sum(short[] weights, ActiveRows rows, Span<Vector512<short>> inputs)
    {
        Vector512<short> a = default, b = default, c = default, d = default, e = default, f = default, g = default, h = default;
        var words = MemoryMarshal.Cast<ulong, uint>(rows.Rows.AsSpan());
        for (var row = 0; row < rows.Count; row++)
        {
            var word = words.Slice(row * Blocks, Blocks);
            ref var weight = ref weights.AsSpan(rows.Types[row] * CoreSettings.Count, CoreSettings.Count)[0];
            a = Add(a, word[0], ref weight, 0);
            b = Add(b, word[1], ref weight, 1);
            c = Add(c, word[2], ref weight, 2);
            d = Add(d, word[3], ref weight, 3);
            e = Add(e, word[4], ref weight, 4);
            f = Add(f, word[5], ref weight, 5);
            g = Add(g, word[6], ref weight, 6);
            h = Add(h, word[7], ref weight, 7);
        }

        (inputs[0], inputs[1], inputs[2], inputs[3], inputs[4], inputs[5], inputs[6], inputs[7]) = (a, b, c, d, e, f, g, h);
    }

    // The shuffle within quarters is the faster one; both give the same here, where all quarters are alike.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<short> Add(Vector512<short> sum, uint bits, ref short weights, int block)
    {
        var all = Vector512.Create(bits).AsByte();
        var lanes = (Avx512BW.IsSupported ? Avx512BW.Shuffle(all, Spread) : Vector512.Shuffle(all, Spread)).AsInt16();
        var weight = Unsafe.ReadUnaligned<Vector512<short>>(ref Unsafe.As<short, byte>(ref Unsafe.Add(ref weights, block * NarrowPlan.Lanes)));
        return Vector512.ConditionalSelect(Vector512.Equals(lanes & LaneBits, Vector512<short>.Zero), sum, sum + weight);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<short> Load(short[] column, int at) => Unsafe.ReadUnaligned<Vector512<short>>(ref Unsafe.As<short, byte>(ref column[at]));
}
