namespace DevicePhys.Sampling;

/// <summary>Uniform numbers in (0, 1) from random bits: the upper bits of a word and one half more.</summary>
/// <remarks>The half keeps 0 and 1 out and the set symmetric about 1/2; both sides are exact, nothing is rounded.</remarks>
internal static class Uniform
{
    /// <summary>An odd multiple of 2^-53, from the upper 52 bits.</summary>
    public static double Double(ulong bits) => BitConverter.UInt64BitsToDouble((bits >> 12) | 0x3FF0000000000000) - (1 - 1.1102230246251565e-16);

    /// <summary>An odd multiple of 2^-24, from the upper 23 bits.</summary>
    public static float Single(uint bits) => BitConverter.UInt32BitsToSingle((bits >> 9) | 0x3F800000) - (1 - 5.9604645e-8f);
}
