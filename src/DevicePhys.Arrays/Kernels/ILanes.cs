using System.Runtime.Intrinsics;

namespace DevicePhys.Arrays.Kernels;

/// <summary>One width of single-precision vector, so that a kernel is written once and compiled for each width.</summary>
/// <typeparam name="TVector">The vector type.</typeparam>
internal interface ILanes<TVector>
    where TVector : struct
{
    /// <summary>Numbers in a vector.</summary>
    static abstract int Count { get; }

    /// <summary>The vector that starts <paramref name="offset"/> numbers after <paramref name="first"/>.</summary>
    static abstract TVector Load(ref float first, nint offset);

    /// <summary>A vector whose lanes are all the same number.</summary>
    static abstract TVector Broadcast(float value);

    /// <summary>a × b + c, fused where the machine can.</summary>
    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector c);

    /// <summary>The sum of two vectors.</summary>
    static abstract TVector Add(TVector a, TVector b);

    /// <summary>Writes the vector <paramref name="offset"/> numbers after <paramref name="first"/>.</summary>
    static abstract void Store(TVector vector, ref float first, nint offset);

    /// <summary>Four numbers with the same sum as those of a vector.</summary>
    static abstract Vector128<float> Fold(TVector vector);
}
