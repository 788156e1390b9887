using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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
    private readonly int perCorner;

    public StepLookup(PulseTable table, bool population)
    {
        (bins, levels) = (table.Bins, table.Levels);
        perCorner = 2 * bins * levels;
        IReadOnlyList<TableCorner> corners = population && table.Population.Count > 0 ? table.Population : [table.Nominal];
        Corners = corners.Count;
        steps = new Step[Corners * perCorner];
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
    public float After(float conductance, int corner, Polarity polarity, int level)
    {
        ref readonly var scale = ref scales[corner];
        var x = Place((conductance - scale.GMin) * scale.BinsPerSiemens, bins - 1);
        var bin = Bin(x, bins - 2);
        var at = First(corner, polarity) + (bin * levels) + level;
        ref readonly var step = ref steps[at];
        return conductance + (step.Low + ((x - bin) * step.Difference));
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
        float top = bins - 1, lastBin = bins - 2;
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
            ref readonly var found = ref Unsafe.Add(ref step, (corner * perCorner) + first + (bin * levels) + level);
            conductances[i] = conductance + (found.Low + ((x - bin) * found.Difference));
        }
    }

    /// <summary>One pulse for each chosen device.</summary>
    /// <param name="conductances">[S], changed in place.</param>
    /// <param name="corners">As many: which device of the table.</param>
    /// <param name="chosen">The devices, each at most once, and their pulses.</param>
    /// <param name="count">How many of them, a multiple of 8.</param>
    /// <remarks>What has to be fetched from scattered places is fetched one by one into rows; between two fetches vectors work on the rows.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void PulseChosen(float[] conductances, byte[] corners, ChosenPulses chosen, int count)
    {
        var places = chosen.Places.AsSpan(0, count);
        ref var conductance = ref MemoryMarshal.GetArrayDataReference(conductances);
        ref var corner = ref MemoryMarshal.GetArrayDataReference(corners);
        ref var before = ref MemoryMarshal.GetArrayDataReference(chosen.Conductances);
        ref var pair = ref MemoryMarshal.GetArrayDataReference(chosen.Pairs);
        ref var offset = ref MemoryMarshal.GetArrayDataReference(chosen.Steps);
        ref var fraction = ref MemoryMarshal.GetArrayDataReference(chosen.Fractions);
        ref var scale = ref Unsafe.As<Scale, ulong>(ref MemoryMarshal.GetArrayDataReference(scales));
        ref var step = ref Unsafe.As<Step, ulong>(ref MemoryMarshal.GetArrayDataReference(steps));
        for (var k = 0; k < places.Length; k++)
        {
            var place = (nint)(uint)places[k];
            var device = (nint)Unsafe.Add(ref corner, place);
            Unsafe.Add(ref before, k) = Unsafe.Add(ref conductance, place);
            Unsafe.Add(ref pair, k) = Unsafe.Add(ref scale, device);
            Unsafe.Add(ref offset, k) += (int)device * perCorner;
        }

        var (top, last, perBin) = (Vector256.Create((float)(bins - 1)), Vector256.Create((float)(bins - 2)), Vector256.Create(levels));
        for (nuint k = 0; k < (nuint)count; k += 8)
        {
            var (least, slope) = Split(ref pair, k);
            var x = Vector256.MinNative(Vector256.MaxNative((Vector256.LoadUnsafe(ref before, k) - least) * slope, Vector256<float>.Zero), top);
            var bin = Vector256.ConvertToInt32Native(Vector256.MinNative(x, last));
            (x - Vector256.ConvertToSingle(bin)).StoreUnsafe(ref fraction, k);
            (Vector256.LoadUnsafe(ref offset, k) + (bin * perBin)).StoreUnsafe(ref offset, k);
        }

        for (var k = 0; k < count; k++)
        {
            Unsafe.Add(ref pair, k) = Unsafe.Add(ref step, Unsafe.Add(ref offset, k));
        }

        ref var mask = ref MemoryMarshal.GetArrayDataReference(chosen.Masks);
        for (nuint k = 0; k < (nuint)count; k += 8)
        {
            var (low, difference) = Split(ref pair, k);
            var change = low + (Vector256.LoadUnsafe(ref fraction, k) * difference);
            (Vector256.LoadUnsafe(ref before, k) + (change.AsInt32() & Vector256.LoadUnsafe(ref mask, k)).AsSingle()).StoreUnsafe(ref before, k);
        }

        for (var k = 0; k < places.Length; k++)
        {
            Unsafe.Add(ref conductance, (nint)(uint)places[k]) = Unsafe.Add(ref before, k);
        }
    }

    /// <summary>The first and the second numbers of eight pairs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> First, Vector256<float> Second) Split(ref ulong pairs, nuint at)
    {
        var (a, b) = (Vector256.LoadUnsafe(ref pairs, at), Vector256.LoadUnsafe(ref pairs, at + 4));
        return (Vector256.Narrow(a, b).AsSingle(), Vector256.Narrow(a >>> 32, b >>> 32).AsSingle());
    }

    /// <summary>Holds a place within the bins, without a branch: devices near an end would mislead its prediction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Place(float x, float top) => float.MinNative(float.MaxNative(x, 0), top);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Bin(float x, float last) => float.ConvertToIntegerNative<int>(float.MinNative(x, last));

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
