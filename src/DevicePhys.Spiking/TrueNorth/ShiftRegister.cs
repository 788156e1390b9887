namespace DevicePhys.Spiking.TrueNorth;

/// <summary>The random numbers of a core: a linear feedback shift register of 32 bits in Galois form, eight steps at a time.</summary>
/// <remarks>
/// Its polynomial is that of CRC-32 (IEEE 802.3), which is primitive: a period of 2^32 - 1 steps. TrueNorth's own register is not published; what
/// a core does by chance is the same only within this simulator. The hardware draws in the order of use, and so does this: neurons ascending,
/// for each one active axons ascending, leak, threshold.
/// </remarks>
internal struct ShiftRegister(uint seed)
{
    private const uint Polynomial = 0xEDB88320;
    private static readonly uint[] Eight = Table();
    private uint state = seed == 0 ? 1 : seed;

    /// <summary>The next 8 bits.</summary>
    public int Next()
    {
        state = (state >> 8) ^ Eight[state & 0xFF];
        return (int)(state & 0xFF);
    }

    /// <summary>The next 18 bits, of three draws.</summary>
    public int NextWide() => (Next() | (Next() << 8) | (Next() << 16)) & 0x3FFFF;

    private static uint[] Table()
    {
        var table = new uint[256];
        for (var low = 0u; low < 256; low++)
        {
            var value = low;
            for (var step = 0; step < 8; step++)
                value = (value & 1) != 0 ? (value >> 1) ^ Polynomial : value >> 1;
            table[low] = value;
        }

        return table;
    }
}
