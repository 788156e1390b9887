using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DevicePhys.Arrays.Kernels;

/// <summary>Picks, with eight random bits per cell, the few cells of a row that may get a pulse.</summary>
/// <remarks>
/// A cell is to get a pulse with probability p. Its first test, byte &lt; ceil(256 p), lets it through slightly too often; the caller
/// draws again and keeps it with probability 256 p / ceil(256 p). Together that is exactly p, at the cost of one byte for the many cells
/// that get nothing. A cell that is to get one pulse or more always passes. Cell 32 g + 8 k + l uses byte k of random word 8 g + l, whatever the vector width.
/// </remarks>
internal static class PulseCandidates
{
    /// <summary>Random words one row needs.</summary>
    public static int WordsPerRow(int stride) => (stride + 31) / 32 * 8;

    /// <summary>Finds the candidates of one row.</summary>
    /// <param name="pulses">[Stride]: expected pulses per unit input, signed; padding is 0.</param>
    /// <param name="input">The row's input.</param>
    /// <param name="words">Fresh random words, <see cref="WordsPerRow"/> of them.</param>
    /// <param name="candidates">Filled with columns, ascending.</param>
    /// <returns>How many there are.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Find(ReadOnlySpan<float> pulses, float input, ReadOnlySpan<uint> words, Span<int> candidates)
    {
        var found = 0;
        var vectors = MemoryMarshal.Cast<float, Vector256<float>>(pulses);
        var bits = MemoryMarshal.Cast<uint, Vector256<int>>(words);
        var scale = Vector256.Create(256 * MathF.Abs(input));
        var low = Vector256.Create(255);
        for (var v = 0; v < vectors.Length; v++)
        {
            var threshold = Vector256.ConvertToInt32(Vector256.Ceiling(Vector256.Abs(vectors[v]) * scale));
            var random = Vector256.ShiftRightLogical(bits[v >> 2], 8 * (v & 3)) & low;
            var mask = Vector256.LessThan(random, threshold).ExtractMostSignificantBits();
            while (mask != 0)
            {
                candidates[found++] = (v * 8) + BitOperations.TrailingZeroCount(mask);
                mask &= mask - 1;
            }
        }

        return found;
    }

    /// <summary>The plain twin of <see cref="Find"/>.</summary>
    public static int FindPlain(ReadOnlySpan<float> pulses, float input, ReadOnlySpan<uint> words, Span<int> candidates)
    {
        var found = 0;
        for (var j = 0; j < pulses.Length; j++)
        {
            var word = words[(j / 32 * 8) + (j % 8)];
            var random = (word >> (8 * (j / 8 % 4))) & 255;
            if (random < MathF.Ceiling(MathF.Abs(pulses[j]) * (256 * MathF.Abs(input))))
            {
                candidates[found++] = j;
            }
        }

        return found;
    }
}
