using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DevicePhys.Arrays.Kernels;

/// <summary>The rows of one matrix minus those of another, each element by the share of it that comes through.</summary>
internal readonly struct SharedRows(PaddedMatrix plus, PaddedMatrix plusShare, PaddedMatrix minus, PaddedMatrix minusShare) : IRowSource
{
    private readonly SingleRows plus = new(plus), plusShare = new(plusShare), minus = new(minus), minusShare = new(minusShare);

    public int Stride => plus.Stride;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Load(int offset) => (plus.Load(offset) * plusShare.Load(offset)) - (minus.Load(offset) * minusShare.Load(offset));

    public float At(int offset) => (plus.At(offset) * plusShare.At(offset)) - (minus.At(offset) * minusShare.At(offset));
}
