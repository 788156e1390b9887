using System.Numerics;
using System.Runtime.InteropServices;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>The one vector operation the count chain spends its time in.</summary>
internal static class ScaledSum
{
    /// <summary>Adds factor times source to target; both have the same length.</summary>
    public static void Add(Span<double> target, ReadOnlySpan<double> source, double factor)
    {
        var targets = MemoryMarshal.Cast<double, Vector<double>>(target);
        var sources = MemoryMarshal.Cast<double, Vector<double>>(source);
        for (var i = 0; i < targets.Length; i++)
        {
            targets[i] += sources[i] * factor;
        }

        for (var i = targets.Length * Vector<double>.Count; i < target.Length; i++)
        {
            target[i] += source[i] * factor;
        }
    }
}
