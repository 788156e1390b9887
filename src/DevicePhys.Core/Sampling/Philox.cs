namespace DevicePhys.Sampling;

/// <summary>The Philox4x32-10 block function: 128 random bits from a 128-bit counter and a 64-bit key, in plain scalar form.</summary>
/// <remarks>
/// Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11. This is the reference that
/// <see cref="PhiloxKernel"/> is compared with, and the form it falls back to where no wide multiplication exists.
/// </remarks>
internal static class Philox
{
    /// <summary>The multiplier of counter word 0.</summary>
    public const uint Multiplier0 = 0xD2511F53;

    /// <summary>The multiplier of counter word 2.</summary>
    public const uint Multiplier1 = 0xCD9E8D57;

    /// <summary>What key word 0 grows by from round to round: the golden ratio.</summary>
    public const uint Weyl0 = 0x9E3779B9;

    /// <summary>What key word 1 grows by from round to round: the square root of 3, less 1.</summary>
    public const uint Weyl1 = 0xBB67AE85;

    /// <summary>The number of rounds.</summary>
    public const int Rounds = 10;

    /// <summary>Computes one block.</summary>
    /// <param name="key">The key; key word 0 is the lower half.</param>
    /// <param name="low">Counter words 0 (lower half) and 1 (upper half).</param>
    /// <param name="high">Counter words 2 (lower half) and 3 (upper half).</param>
    /// <param name="words">The four words of the block.</param>
    public static void Block(ulong key, ulong low, ulong high, Span<uint> words)
    {
        uint c0 = (uint)low, c1 = (uint)(low >> 32), c2 = (uint)high, c3 = (uint)(high >> 32);
        uint k0 = (uint)key, k1 = (uint)(key >> 32);
        for (var round = 0; round < Rounds; round++)
        {
            var product0 = (ulong)Multiplier0 * c0;
            var product1 = (ulong)Multiplier1 * c2;
            c0 = (uint)(product1 >> 32) ^ c1 ^ k0;
            c1 = (uint)product1;
            c2 = (uint)(product0 >> 32) ^ c3 ^ k1;
            c3 = (uint)product0;
            k0 = unchecked(k0 + Weyl0);
            k1 = unchecked(k1 + Weyl1);
        }

        (words[0], words[1], words[2], words[3]) = (c0, c1, c2, c3);
    }
}
