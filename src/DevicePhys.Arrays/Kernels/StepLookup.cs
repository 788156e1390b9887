using System.Runtime.CompilerServices;
using DevicePhys.Tables;

namespace DevicePhys.Arrays.Kernels;

/// <summary>A pulse table in single precision, laid out for one look-up per pulse.</summary>
internal sealed class StepLookup
{
    private readonly float[] steps;
    private readonly Scale[] scales;
    private readonly int bins;
    private readonly int levels;

    public StepLookup(PulseTable table, bool population)
    {
        (bins, levels) = (table.Bins, table.Levels);
        IReadOnlyList<TableCorner> corners = population && table.Population.Count > 0 ? table.Population : [table.Nominal];
        Corners = corners.Count;
        steps = new float[Corners * 2 * bins * levels];
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
        var x = Math.Clamp((conductance - scale.GMin) * scale.BinsPerSiemens, 0, bins - 1);
        var bin = Math.Min((int)x, bins - 2);
        var at = First(corner, polarity) + (bin * levels) + level;
        var low = steps[at];
        return conductance + low + ((x - bin) * (steps[at + levels] - low));
    }

    private int First(int corner, Polarity polarity) => ((corner * 2) + (int)polarity) * bins * levels;

    private void Copy(ReadOnlySpan<double> from, int to)
    {
        for (var i = 0; i < from.Length; i++)
        {
            steps[to + i] = (float)from[i];
        }
    }

    private readonly record struct Scale(float GMin, float BinsPerSiemens);
}
