using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DevicePhys.Tables;

namespace DevicePhys.Arrays.Kernels;

/// <summary>A pulse table in single precision, laid out for one look-up per pulse.</summary>
/// <remarks>Each step stands beside its difference to the next bin's: both are in one cache line, and the bits are those of interpolating between two look-ups.</remarks>
internal sealed class StepLookup
{
    private readonly float[] steps;
    private readonly Scale[] scales;
    private readonly int bins;
    private readonly int levels;
    private readonly int perCorner;
    private readonly float top;
    private readonly float lastBin;

    public StepLookup(PulseTable table, bool population)
    {
        (bins, levels) = (table.Bins, table.Levels);
        (top, lastBin) = (bins - 1, bins - 2);
        perCorner = 2 * bins * levels;
        IReadOnlyList<TableCorner> corners = population && table.Population.Count > 0 ? table.Population : [table.Nominal];
        Corners = corners.Count;
        steps = new float[Corners * perCorner];
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

    /// <summary>Steps of one polarity of one device.</summary>
    public int PerPolarity => bins * levels;

    /// <summary>The lowest conductance of one device [S].</summary>
    public float GMin(int corner) => scales[corner].GMin;

    /// <summary>The conductance after one pulse.</summary>
    /// <remarks>
    /// Between two bins the steps of equal level are interpolated linearly; beyond the ends the end bin holds, whose outward step is 0, so a
    /// full device stays full without any clamp.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float After(float conductance, int corner, Polarity polarity, int level) => conductance + Step(conductance, corner, polarity, level);

    /// <summary>The step of one pulse [S].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Step(float conductance, int corner, Polarity polarity, int level)
    {
        ref readonly var scale = ref scales[corner];
        var x = Place((conductance - scale.GMin) * scale.BinsPerSiemens, top);
        var bin = Bin(x, lastBin);
        var at = First(corner, polarity) + (level * bins) + bin;
        var (low, next) = (steps[at], steps[at + 1]);
        return low + ((x - bin) * (next - low));
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
        var first = First(0, polarity);
        ref var scale = ref MemoryMarshal.GetArrayDataReference(scales);
        ref var step = ref MemoryMarshal.GetArrayDataReference(steps);
        for (var i = 0; i < conductances.Length; i++)
        {
            var corner = (nint)corners[i];
            ref readonly var of = ref Unsafe.Add(ref scale, corner);
            var conductance = conductances[i];
            var x = Place((conductance - of.GMin) * of.BinsPerSiemens, top);
            var bin = Bin(x, lastBin);
            var level = (int)(((ulong)words[i] * (uint)levels) >> 32);
            ref var found = ref Unsafe.Add(ref step, (corner * perCorner) + first + (level * bins) + bin);
            conductances[i] = conductance + (found + ((x - bin) * (Unsafe.Add(ref found, 1) - found)));
        }
    }

    /// <summary>Where the steps of eight devices stand, for <see cref="Steps"/>.</summary>
    /// <param name="conductances">[S].</param>
    /// <param name="corners">Which devices of the table.</param>
    /// <param name="polarities">0 for potentiation, 1 for depression.</param>
    /// <param name="drawn">The levels of the steps.</param>
    /// <returns>Where the lower ones of the steps to interpolate stand, and how far the devices are from them, 0 to 1.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (Vector256<int> Places, Vector256<float> Fractions) Locate(Vector256<float> conductances, Vector256<int> corners, Vector256<int> polarities, Vector256<int> drawn)
    {
        var twice = corners + corners;
        var (least, slope) = Fetch(ref Unsafe.As<Scale, float>(ref MemoryMarshal.GetArrayDataReference(scales)), ref Unsafe.As<Vector256<int>, int>(ref twice));
        var x = Vector256.MinNative(Vector256.MaxNative((conductances - least) * slope, Vector256<float>.Zero), Vector256.Create(top));
        var bin = Vector256.ConvertToInt32Native(Vector256.MinNative(x, Vector256.Create(lastBin)));
        var places = (corners * Vector256.Create(perCorner)) + ((Vector256<int>.Zero - polarities) & Vector256.Create(PerPolarity)) + bin + (drawn * Vector256.Create(bins));
        return (places, x - Vector256.ConvertToSingle(bin));
    }

    /// <summary>The steps of eight devices [S].</summary>
    /// <param name="places">The first of eight places, as <see cref="Locate"/> gives them.</param>
    /// <param name="fractions">As it gives them.</param>
    /// <remarks>The same bits as <see cref="After"/> adds. What stands at scattered places is fetched one by one, everything else is done by vectors.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Steps(ref int places, Vector256<float> fractions)
    {
        var (low, next) = Fetch(ref MemoryMarshal.GetArrayDataReference(steps), ref places);
        return low + (fractions * (next - low));
    }

    /// <summary>Eight pairs of numbers from a table: the first ones and the second ones.</summary>
    /// <remarks>Broadcasts and selections instead of insertions and shuffles, of which a core can start only one per cycle.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> First, Vector256<float> Second) Fetch(ref float table, ref int place)
    {
        var even = Four(ref table, ref place);
        var odd = Four(ref table, ref Unsafe.Add(ref place, 1));
        var lowerHalves = Vector256.Create(0xFFFF_FFFFUL);
        return (Vector256.ConditionalSelect(lowerHalves, even, odd << 32).AsSingle(), Vector256.ConditionalSelect(lowerHalves, even >>> 32, odd).AsSingle());
    }

    /// <summary>What stands at every other one of eight places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Four(ref float table, ref int place)
    {
        var others = Vector256.Create(ulong.MaxValue, 0, ulong.MaxValue, 0);
        var low = Vector256.ConditionalSelect(others, Pair(ref table, place), Pair(ref table, Unsafe.Add(ref place, 2)));
        var high = Vector256.ConditionalSelect(others, Pair(ref table, Unsafe.Add(ref place, 4)), Pair(ref table, Unsafe.Add(ref place, 6)));
        return Vector256.ConditionalSelect(Vector256.Create(ulong.MaxValue, ulong.MaxValue, 0, 0), low, high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Pair(ref float table, int place) => Vector256.Create(Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<float, byte>(ref Unsafe.Add(ref table, place))));

    /// <summary>Holds a place within the bins, without a branch: devices near an end would mislead its prediction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Place(float x, float top) => float.MinNative(float.MaxNative(x, 0), top);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Bin(float x, float last) => float.ConvertToIntegerNative<int>(float.MinNative(x, last));

    private int First(int corner, Polarity polarity) => ((corner * 2) + (int)polarity) * bins * levels;

    private void Copy(ReadOnlySpan<double> from, int to)
    {
        for (var bin = 0; bin < bins; bin++)
        {
            for (var level = 0; level < levels; level++)
            {
                steps[to + (level * bins) + bin] = (float)from[(bin * levels) + level];
            }
        }
    }

    private readonly record struct Scale(float GMin, float BinsPerSiemens);
}
