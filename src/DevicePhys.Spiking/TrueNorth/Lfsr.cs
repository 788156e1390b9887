namespace DevicePhys.Spiking.TrueNorth;

/// <summary>The random numbers of a core: a linear feedback shift register of 32 bits, clocked once per bit drawn.</summary>
/// <remarks>x³² + x²² + x² + x + 1, a primitive polynomial: 2³² − 1 states. The chip's own register is not published.</remarks>
internal struct Lfsr(uint seed)
{
    private uint state = seed == 0 ? 1 : seed;

    public int Bits(int count)
    {
        var bits = 0;
        for (var k = 0; k < count; k++)
        {
            var feedback = state & 1;
            state = (state >> 1) ^ (feedback == 0 ? 0 : 0x80200003);
            bits = (bits << 1) | (int)feedback;
        }

        return bits;
    }
}
