using System.Runtime.Intrinsics;

namespace DevicePhys.Arrays.Kernels;

/// <summary>Where a row-sum kernel takes its matrix elements from: one matrix, or the difference of two.</summary>
internal interface IRowSource
{
    /// <summary>Elements per padded row.</summary>
    int Stride { get; }

    /// <summary>Eight elements.</summary>
    Vector256<float> Load(int offset);

    /// <summary>One element.</summary>
    float At(int offset);
}
