using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DevicePhys.Sampling;

/// <summary>Uniform numbers in (0, 1) from random bits: the upper bits of a word and one half more.</summary>
/// <remarks>
/// The bits become the mantissa of a number in [1, 2), from which 1 less one half is taken. The half keeps 0 and 1 out and makes the
/// set symmetric about 1/2; nothing is rounded on the way.
/// </remarks>
internal static class Uniform
{
    private const double NearlyOne = 1 - 1.1102230246251565e-16; // 1 - 2^-53
    private const float NearlyOneSingle = 1 - 5.9604645e-8f; // 1 - 2^-24

    /// <summary>An odd multiple of 2^-53, from the upper 52 bits.</summary>
    public static double Double(ulong bits) => BitConverter.UInt64BitsToDouble((bits >> 12) | 0x3FF0000000000000) - NearlyOne;

    /// <summary>The same, lane by lane.</summary>
    public static Vector256<double> Double(Vector256<ulong> bits) =>
        ((bits >>> 12) | Vector256.Create(0x3FF0000000000000ul)).AsDouble() - Vector256.Create(NearlyOne);

    /// <summary>An odd multiple of 2^-24, from the upper 23 bits.</summary>
    public static float Single(uint bits) => BitConverter.UInt32BitsToSingle((bits >> 9) | 0x3F800000) - NearlyOneSingle;

    /// <summary>The same, lane by lane.</summary>
    public static Vector256<float> Single(Vector256<uint> bits) =>
        ((bits >>> 9) | Vector256.Create(0x3F800000u)).AsSingle() - Vector256.Create(NearlyOneSingle);

    /// <summary>Turns random bits into uniform numbers where they stand.</summary>
    public static void Transform(Span<double> values)
    {
        var lanes = MemoryMarshal.Cast<double, Vector256<double>>(values);
        foreach (ref var lane in lanes)
            lane = Double(lane.AsUInt64());

        var rest = values[(lanes.Length * Vector256<double>.Count)..];
        var bits = MemoryMarshal.Cast<double, ulong>(rest);
        for (var at = 0; at < rest.Length; at++)
            rest[at] = Double(bits[at]);
    }

    /// <summary>Turns random bits into uniform numbers where they stand.</summary>
    public static void Transform(Span<float> values)
    {
        var lanes = MemoryMarshal.Cast<float, Vector256<float>>(values);
        foreach (ref var lane in lanes)
            lane = Single(lane.AsUInt32());

        var rest = values[(lanes.Length * Vector256<float>.Count)..];
        var words = MemoryMarshal.Cast<float, uint>(rest);
        for (var at = 0; at < rest.Length; at++)
            rest[at] = Single(words[at]);
    }
}
