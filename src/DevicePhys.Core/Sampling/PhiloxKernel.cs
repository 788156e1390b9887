using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DevicePhys.Sampling;

/// <summary>Philox4x32-10 for many consecutive counters at once, bit for bit the blocks of <see cref="Philox"/>.</summary>
/// <remarks>
/// One counter per 64-bit lane, one vector per counter word. Only the lower half of a lane is meant; the wide multiplication reads
/// nothing else, so the upper halves may hold left-overs and no word is ever masked. Word 4 i + j of the output is word j of
/// block i, whatever the width. Two groups of lanes run side by side to hide the latency of the multiplication.
/// </remarks>
internal static class PhiloxKernel
{
    /// <summary>Fills with consecutive blocks, by the widest means this machine has.</summary>
    /// <param name="key">The key.</param>
    /// <param name="block">The number of the first block: counter words 0 and 1.</param>
    /// <param name="index">Counter words 2 and 3.</param>
    /// <param name="words">Where the words go; the length is a multiple of 4.</param>
    public static void Fill(ulong key, ulong block, ulong index, Span<uint> words)
    {
        if (Avx512F.IsSupported)
            Fill512(key, block, index, words);
        else if (Avx2.IsSupported)
            Fill256(key, block, index, words);
        else
            FillPortable(key, block, index, words);
    }

    /// <summary>The same, block by block, on any machine.</summary>
    public static void FillPortable(ulong key, ulong block, ulong index, Span<uint> words)
    {
        for (; !words.IsEmpty; words = words[4..])
            Philox.Block(key, unchecked(block++), index, words);
    }

    /// <summary>The same, 8 blocks (32 words) at a time; needs AVX2.</summary>
    public static void Fill256(ulong key, ulong block, ulong index, Span<uint> words)
    {
        var m0 = Vector256.Create(Philox.Multiplier0);
        var m1 = Vector256.Create(Philox.Multiplier1);
        var output = MemoryMarshal.Cast<uint, Vector256<ulong>>(words);

        // Lanes hold blocks 0, 2, 1, 3, because the interleaving at the end works inside 128-bit halves.
        var counter = Vector256.Create(block) + Vector256.Create(0ul, 2, 1, 3);
        for (; output.Length >= 4; output = output[4..])
        {
            Vector256<ulong> a0 = counter, a1 = counter >>> 32, a2 = Vector256.Create(index), a3 = a2 >>> 32;
            Vector256<ulong> b0 = counter + Vector256.Create(4ul), b1 = b0 >>> 32, b2 = a2, b3 = a3;
            var k0 = Vector256.Create((uint)key).AsUInt64();
            var k1 = Vector256.Create((uint)(key >> 32)).AsUInt64();
            for (var round = 0; round < Philox.Rounds; round++)
            {
                var (pa0, pa1) = (Avx2.Multiply(a0.AsUInt32(), m0), Avx2.Multiply(a2.AsUInt32(), m1));
                var (pb0, pb1) = (Avx2.Multiply(b0.AsUInt32(), m0), Avx2.Multiply(b2.AsUInt32(), m1));
                (a0, a1, a2, a3) = ((pa1 >>> 32) ^ (a1 ^ k0), pa1, (pa0 >>> 32) ^ (a3 ^ k1), pa0);
                (b0, b1, b2, b3) = ((pb1 >>> 32) ^ (b1 ^ k0), pb1, (pb0 >>> 32) ^ (b3 ^ k1), pb0);
                k0 = (k0.AsUInt32() + Vector256.Create(Philox.Weyl0)).AsUInt64();
                k1 = (k1.AsUInt32() + Vector256.Create(Philox.Weyl1)).AsUInt64();
            }

            (output[0], output[1]) = Interleave(Pair(a0, a1), Pair(a2, a3));
            (output[2], output[3]) = Interleave(Pair(b0, b1), Pair(b2, b3));
            counter += Vector256.Create(8ul);
        }

        var done = words.Length / 32 * 32;
        FillPortable(key, unchecked(block + (ulong)(done / 4)), index, words[done..]);
    }

    /// <summary>The same, 16 blocks (64 words) at a time; without AVX-512 each half goes by AVX2.</summary>
    public static void Fill512(ulong key, ulong block, ulong index, Span<uint> words)
    {
        var m0 = Vector512.Create(Philox.Multiplier0);
        var m1 = Vector512.Create(Philox.Multiplier1);
        var output = MemoryMarshal.Cast<uint, Vector512<ulong>>(words);
        var counter = Vector512.Create(block) + Vector512.Create(0ul, 4, 1, 5, 2, 6, 3, 7);
        for (; output.Length >= 4; output = output[4..])
        {
            Vector512<ulong> a0 = counter, a1 = counter >>> 32, a2 = Vector512.Create(index), a3 = a2 >>> 32;
            Vector512<ulong> b0 = counter + Vector512.Create(8ul), b1 = b0 >>> 32, b2 = a2, b3 = a3;
            var k0 = Vector512.Create((uint)key).AsUInt64();
            var k1 = Vector512.Create((uint)(key >> 32)).AsUInt64();
            for (var round = 0; round < Philox.Rounds; round++)
            {
                var (pa0, pa1) = (Multiply(a0.AsUInt32(), m0), Multiply(a2.AsUInt32(), m1));
                var (pb0, pb1) = (Multiply(b0.AsUInt32(), m0), Multiply(b2.AsUInt32(), m1));
                (a0, a1, a2, a3) = ((pa1 >>> 32) ^ (a1 ^ k0), pa1, (pa0 >>> 32) ^ (a3 ^ k1), pa0);
                (b0, b1, b2, b3) = ((pb1 >>> 32) ^ (b1 ^ k0), pb1, (pb0 >>> 32) ^ (b3 ^ k1), pb0);
                k0 = (k0.AsUInt32() + Vector512.Create(Philox.Weyl0)).AsUInt64();
                k1 = (k1.AsUInt32() + Vector512.Create(Philox.Weyl1)).AsUInt64();
            }

            (output[0], output[1]) = Interleave(Pair(a0, a1), Pair(a2, a3));
            (output[2], output[3]) = Interleave(Pair(b0, b1), Pair(b2, b3));
            counter += Vector512.Create(16ul);
        }

        var done = words.Length / 64 * 64;
        FillPortable(key, unchecked(block + (ulong)(done / 4)), index, words[done..]);
    }

    private static Vector256<ulong> Pair(Vector256<ulong> even, Vector256<ulong> odd) =>
        Vector256.ConditionalSelect(Vector256.Create(0xFFFFFFFFul), even, odd << 32);

    private static Vector512<ulong> Pair(Vector512<ulong> even, Vector512<ulong> odd) =>
        Vector512.ConditionalSelect(Vector512.Create(0xFFFFFFFFul), even, odd << 32);

    private static (Vector256<ulong> Front, Vector256<ulong> Back) Interleave(Vector256<ulong> x, Vector256<ulong> y) =>
        (Avx2.UnpackLow(x, y), Avx2.UnpackHigh(x, y));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<ulong> Front, Vector512<ulong> Back) Interleave(Vector512<ulong> x, Vector512<ulong> y)
    {
        if (Avx512F.IsSupported)
            return (Avx512F.UnpackLow(x, y), Avx512F.UnpackHigh(x, y));
        var (frontLow, backLow) = Interleave(x.GetLower(), y.GetLower());
        var (frontHigh, backHigh) = Interleave(x.GetUpper(), y.GetUpper());
        return (Vector512.Create(frontLow, frontHigh), Vector512.Create(backLow, backHigh));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Multiply(Vector512<uint> x, Vector512<uint> y) => Avx512F.IsSupported
        ? Avx512F.Multiply(x, y)
        : Vector512.Create(Avx2.Multiply(x.GetLower(), y.GetLower()), Avx2.Multiply(x.GetUpper(), y.GetUpper()));
}
