using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DevicePhys.Arrays.Kernels;

/// <summary>The rows of one matrix minus those of another of the same shape.</summary>
internal readonly struct DifferenceRows(PaddedMatrix plus, PaddedMatrix minus) : IRowSource
{
    private readonly float[] plusValues = plus.Values;
    private readonly float[] minusValues = minus.Values;

    public int Stride { get; } = plus.Stride;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Load(int offset) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(plusValues), (nuint)offset)
        - Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(minusValues), (nuint)offset);

    public float At(int offset) => plusValues[offset] - minusValues[offset];
}
