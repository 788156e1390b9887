using System.Runtime.CompilerServices;

namespace DevicePhys.Arrays.Kernels;

/// <summary>The hazard of a cell: what an exponential number has to exceed for the cell to be skipped.</summary>
internal static class Hazard
{
    /// <summary>The largest chance <see cref="Of"/> takes.</summary>
    public const float Largest = 0.25f;

    /// <summary>−ln(1 − p).</summary>
    /// <remarks>2 artanh(p / (2 − p)) as a series; its argument is at most 1/7, so what is left out is below 3e-10 of the value.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(double chance)
    {
        var z = chance / (2 - chance);
        var s = z * z;
        return 2 * z * (1 + (s * ((1.0 / 3) + (s * ((1.0 / 5) + (s * ((1.0 / 7) + (s * (1.0 / 9)))))))));
    }
}
