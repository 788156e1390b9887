using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DevicePhys.Spiking.Neurons;

/// <summary>Numbers that begin at the border of a cache line, so that none of their vectors lies across two: reading and writing takes twice as long where they do.</summary>
internal sealed class AlignedArray<T> where T : unmanaged
{
    private const int Line = 64;

    private readonly T[] memory;
    private readonly int start, count;

    public AlignedArray(int count)
    {
        this.count = count;
        memory = GC.AllocateArray<T>(count + (Line / Unsafe.SizeOf<T>()), pinned: true);
        start = (int)((Line - (Marshal.UnsafeAddrOfPinnedArrayElement(memory, 0) % Line)) % Line) / Unsafe.SizeOf<T>();
    }

    public Span<T> Values => memory.AsSpan(start, count);

    /// <summary>The first number; those beyond the last one are not to be touched.</summary>
    public ref T First => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(memory), start);
}
