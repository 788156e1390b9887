using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DevicePhys.Arrays.Wires;

/// <summary>Rows of the unit matrix of twelve.</summary>
internal static class LaneMasks
{
    private const int Width = PanelKernels.Width;

    private static readonly double[] Ones = [.. Enumerable.Range(0, Width * Width).Select(i => i / Width == i % Width ? 1.0 : 0)];

    /// <summary>[12]: 1 in one place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref double One(int place) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Ones), place * Width);
}
