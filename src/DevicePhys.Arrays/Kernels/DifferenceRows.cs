using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DevicePhys.Arrays.Kernels;

/// <summary>The rows of one matrix minus those of another of the same shape.</summary>
internal readonly struct DifferenceRows(PaddedMatrix plus, PaddedMatrix minus) : IRowSource
{
    private readonly float[] plusValues = plus.Memory;
    private readonly float[] minusValues = minus.Memory;
    private readonly int plusStart = plus.Start;
    private readonly int minusStart = minus.Start;

    public int Stride { get; } = plus.Stride;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Load(int offset) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(plusValues), (nuint)(plusStart + offset))
        - Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(minusValues), (nuint)(minusStart + offset));

    public float At(int offset) => plusValues[plusStart + offset] - minusValues[minusStart + offset];
}
