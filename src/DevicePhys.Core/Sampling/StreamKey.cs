namespace DevicePhys.Sampling;

/// <summary>The Philox key that a seed and a purpose give.</summary>
/// <remarks>
/// key = Mix(seed) xor Fnv1a64(purpose in UTF-8), where Mix is the SplitMix64 finaliser, a bijection. So for one purpose two seeds
/// never share a key, and two purposes share one with a chance of about 2^-64 for each pair of (seed, purpose) looked at:
/// with n such pairs in a study, about n^2 / 2^65 (n = 10^6: 3e-8).
/// </remarks>
internal static class StreamKey
{
    /// <summary>The key of a seed and a purpose.</summary>
    public static ulong Of(ulong seed, string purpose) => Mix(seed) ^ Fnv1a64(purpose);

    /// <summary>The finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014): spreads neighbouring seeds over all 64 bits.</summary>
    public static ulong Mix(ulong seed)
    {
        unchecked
        {
            seed += 0x9E3779B97F4A7C15;
            seed = (seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9;
            seed = (seed ^ (seed >> 27)) * 0x94D049BB133111EB;
            return seed ^ (seed >> 31);
        }
    }

    /// <summary>The 64-bit FNV-1a hash (Fowler, Noll, Vo) of the UTF-8 bytes of a text.</summary>
    public static ulong Fnv1a64(string text)
    {
        var hash = 0xCBF29CE484222325;
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
            foreach (var octet in bytes[..rune.EncodeToUtf8(bytes)])
                hash = unchecked((hash ^ octet) * 0x100000001B3);
        return hash;
    }
}
