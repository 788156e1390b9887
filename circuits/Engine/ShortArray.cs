using System.Runtime.CompilerServices;

namespace DevicePhys.Circuits.Engine;

/// <summary>What the library does for arrays of any length, for those that mostly hold a few numbers: there its calls cost more than the work.</summary>
internal static class ShortArray
{
    private const int Short = 8;

    /// <summary>Sets all numbers to 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Clear(Span<double> values)
    {
        if (values.Length > Short)
        {
            values.Clear();
            return;
        }

        foreach (ref var value in values)
            value = 0;
    }

    /// <summary>Copies all numbers to the head of another array.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy(ReadOnlySpan<double> from, Span<double> to)
    {
        if (from.Length > Short)
        {
            from.CopyTo(to);
            return;
        }

        to = to[..from.Length];
        for (var i = 0; i < from.Length; i++)
            to[i] = from[i];
    }
}
