using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DevicePhys.Tables;

namespace DevicePhys.Arrays.Kernels;

/// <summary>A pulse table in single precision, laid out for one look-up per pulse.</summary>
/// <remarks>Each step stands beside its difference to the next bin's: both are in one cache line, and the bits are those of interpolating between two look-ups.</remarks>
internal sealed class StepLookup
{
    private readonly Step[] steps;
    private readonly Scale[] scales;
    private readonly int bins;
    private readonly int levels;

    public StepLookup(PulseTable table, bool population)
    {
        (bins, levels) = (table.Bins, table.Levels);
        IReadOnlyList<TableCorner> corners = population && table.Population.Count > 0 ? table.Population : [table.Nominal];
        Corners = corners.Count;
        steps = new Step[Corners * 2 * bins * levels];
        scales = new Scale[Corners];
        for (var c = 0; c < Corners; c++)
        {
            scales[c] = new Scale((float)corners[c].GMin, (float)((bins - 1) / (corners[c].GMax - corners[c].GMin)));
            Copy(corners[c].Potentiation.Span, First(c, Polarity.Potentiation));
            Copy(corners[c].Depression.Span, First(c, Polarity.Depression));
        }
    }

    /// <summary>Different devices in the table.</summary>
    public int Corners { get; }

    /// <summary>Equally likely levels of a step.</summary>
    public int Levels => levels;

    /// <summary>The lowest conductance of one device [S].</summary>
    public float GMin(int corner) => scales[corner].GMin;

    /// <summary>The conductance after one pulse.</summary>
    /// <remarks>
    /// Between two bins the steps of equal level are interpolated linearly; beyond the ends the end bin holds, whose outward step is 0, so a
    /// full device stays full without any clamp.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float After(float conductance, int corner, Polarity polarity, int level)
    {
        ref readonly var scale = ref scales[corner];
        var x = Place((conductance - scale.GMin) * scale.BinsPerSiemens, bins - 1);
        var bin = Math.Min(float.ConvertToIntegerNative<int>(x), bins - 2);
        var at = First(corner, polarity) + (bin * levels) + level;
        ref readonly var step = ref steps[at];
        return conductance + step.Low + ((x - bin) * step.Difference);
    }

    /// <summary>One pulse for each of many devices.</summary>
    /// <param name="conductances">[S], changed in place.</param>
    /// <param name="corners">As many: which device of the table.</param>
    /// <param name="words">As many: random bits that choose the levels.</param>
    /// <param name="polarity">Which pulse.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void PulseAll(Span<float> conductances, ReadOnlySpan<byte> corners, ReadOnlySpan<uint> words, Polarity polarity)
    {
        corners = corners[..conductances.Length];
        words = words[..conductances.Length];
        var (lastBin, perCorner, first) = (bins - 2, 2 * bins * levels, First(0, polarity));
        float top = bins - 1;
        ref var scale = ref MemoryMarshal.GetArrayDataReference(scales);
        ref var step = ref MemoryMarshal.GetArrayDataReference(steps);
        for (var i = 0; i < conductances.Length; i++)
        {
            var corner = (nint)corners[i];
            ref readonly var of = ref Unsafe.Add(ref scale, corner);
            var conductance = conductances[i];
            var x = Place((conductance - of.GMin) * of.BinsPerSiemens, top);
            var bin = Math.Min(float.ConvertToIntegerNative<int>(x), lastBin);
            var level = (int)(((ulong)words[i] * (uint)levels) >> 32);
            ref readonly var found = ref Unsafe.Add(ref step, (corner * perCorner) + first + (bin * levels) + level);
            conductances[i] = conductance + found.Low + ((x - bin) * found.Difference);
        }
    }

    /// <summary>Holds a place within the bins; the library's own clamp looks for numbers that are none, which do not occur.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Place(float x, float top)
    {
        x = x > 0 ? x : 0;
        return x < top ? x : top;
    }

    private int First(int corner, Polarity polarity) => ((corner * 2) + (int)polarity) * bins * levels;

    private void Copy(ReadOnlySpan<double> from, int to)
    {
        for (var i = 0; i < from.Length; i++)
        {
            var low = (float)from[i];
            steps[to + i] = new Step(low, i + levels < from.Length ? (float)from[i + levels] - low : 0);
        }
    }

    private readonly record struct Step(float Low, float Difference);

    private readonly record struct Scale(float GMin, float BinsPerSiemens);
}
