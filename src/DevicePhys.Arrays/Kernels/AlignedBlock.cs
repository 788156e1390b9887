using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DevicePhys.Arrays.Kernels;

/// <summary>Numbers that start on a cache line and stay there, so that no vector straddles two lines.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class AlignedBlock<T>
    where T : unmanaged
{
    private const int LineBytes = 64;
    private readonly T[] array;
    private readonly int first;

    public AlignedBlock(int length)
    {
        Length = length;
        array = GC.AllocateArray<T>(length + (LineBytes / Unsafe.SizeOf<T>()), pinned: true);
        var beyond = (int)(Marshal.UnsafeAddrOfPinnedArrayElement(array, 0) % LineBytes);
        first = (LineBytes - beyond) % LineBytes / Unsafe.SizeOf<T>();
    }

    public int Length { get; }

    public Span<T> Span => array.AsSpan(first, Length);

    /// <summary>The first number; it is for kernels, which count for themselves.</summary>
    public ref T First => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(array), first);
}
