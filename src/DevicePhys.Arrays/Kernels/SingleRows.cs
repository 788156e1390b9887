using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DevicePhys.Arrays.Kernels;

/// <summary>The rows of one matrix.</summary>
internal readonly struct SingleRows(PaddedMatrix matrix) : IRowSource
{
    private readonly float[] values = matrix.Memory;
    private readonly int start = matrix.Start;

    public int Stride { get; } = matrix.Stride;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Load(int offset) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(values), (nuint)(start + offset));

    public float At(int offset) => values[start + offset];
}
