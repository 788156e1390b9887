using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DevicePhys.Sampling;

namespace DevicePhys.Arrays.Kernels;

/// <summary>Pulses for columns in which many cells get some, given without a branch per cell.</summary>
/// <remarks>
/// Whether a cell is pulsed, and which device of its pair, is a coin nobody can predict; a branch on either costs more than the pulse itself. So
/// every cell is looked up, and a step that is not wished is masked to 0. Vectors decide, for a block of cells; scalars then look up. A wish of several
/// pulses takes several rounds, since a pulse needs the conductance that the one before it left.
/// </remarks>
internal sealed class DensePulses
{
    private const int Block = 1024;

    private readonly DevicePair pair;
    private readonly StepLookup lookup;
    private readonly RandomStream random;
    private readonly int[] columns;
    private readonly float[] wishes;
    private readonly uint[] roundings;
    private readonly uint[] words;
    private readonly ChosenPulses chosen;

    public DensePulses(DevicePair pair, StepLookup lookup, RandomStream random)
    {
        (this.pair, this.lookup, this.random) = (pair, lookup, random);
        (columns, wishes) = (new int[pair.Stride], new float[pair.Stride]);
        var cells = Math.Max(Block, pair.Stride);
        (roundings, words, chosen) = (new uint[cells], new uint[cells], new ChosenPulses(cells));
    }

    /// <summary>Pulses for potentiation so far.</summary>
    public long Potentiations { get; private set; }

    /// <summary>Pulses for depression so far.</summary>
    public long Depressions { get; private set; }

    /// <summary>Pulses the cells of the driven rows in some columns.</summary>
    /// <param name="input">The driven rows.</param>
    /// <param name="busy">The columns.</param>
    /// <param name="wished">Every column's wished pulses at an input of 1.</param>
    public void Give(ActiveInput input, ReadOnlySpan<int> busy, ReadOnlySpan<float> wished)
    {
        for (var k = 0; k < busy.Length; k++)
        {
            (columns[k], wishes[k]) = (busy[k], wished[busy[k]]);
        }

        // What fills up the last vector wishes for nothing, and does so in a place of its own: a place must not occur twice.
        var width = PaddedMatrix.Pad(busy.Length);
        wishes.AsSpan(busy.Length, width - busy.Length).Clear();
        columns.AsSpan(busy.Length, width - busy.Length).Fill(-1);
        var rows = Math.Max(1, Block / width);
        for (var from = 0; from < input.Count; from += rows)
        {
            var count = Math.Min(rows, input.Count - from);
            GiveBlock(input.Rows.Slice(from, count), input.Values.Slice(from, count), width);
        }
    }

    private void GiveBlock(ReadOnlySpan<int> rows, ReadOnlySpan<float> values, int width)
    {
        var cells = rows.Length * width;
        random.Fill(roundings.AsSpan(0, cells));
        for (var (round, most) = (0, 1); round < most; round++)
        {
            random.Fill(words.AsSpan(0, cells));
            for (var k = 0; k < rows.Length; k++)
            {
                most = Math.Max(most, Choose(rows[k] * pair.Stride, values[k], round, k * width, width));
            }

            lookup.PulseChosen(pair.Conductances, pair.Corners, chosen, cells);
        }
    }

    /// <summary>Decides for a row which devices get which pulse in this round.</summary>
    /// <returns>The largest number of pulses of any cell.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Choose(int first, float x, int round, int at, int width)
    {
        var (most, given, depressed) = (Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero);
        var (input, starts, rounds) = (Vector256.Create(x), Vector256.Create(first), Vector256.Create(round));
        var (half, nobody, polarity) = (Vector256.Create(pair.Half), Vector256.Create(pair.Nobody), Vector256.Create(lookup.PerPolarity));
        var (unit, levels) = (Vector256.Create(1f / (1 << 24)), Vector256.Create(lookup.Levels * (1f / (1 << 24))));
        ref var column = ref MemoryMarshal.GetArrayDataReference(columns);
        ref var wish = ref MemoryMarshal.GetArrayDataReference(wishes);
        ref var rounding = ref roundings[at];
        ref var word = ref words[at];
        for (nuint k = 0; k < (nuint)width; k += (nuint)Vector256<int>.Count)
        {
            var wished = Vector256.LoadUnsafe(ref wish, k) * input;
            var uniform = Vector256.ConvertToSingle((Vector256.LoadUnsafe(ref rounding, k) >> 8).AsInt32()) * unit;
            var count = Vector256.ConvertToInt32Native(Vector256.Abs(wished) + uniform);
            var mask = Vector256.GreaterThan(count, rounds);

            // The lowest bit of the word is the device of the pair, the upper ones the level.
            var drawn = Vector256.LoadUnsafe(ref word, k).AsInt32();
            var onMinus = ~drawn & Vector256<int>.One;
            var lower = (wished.AsInt32() >>> 31) ^ onMinus;
            var level = Vector256.ConvertToInt32Native(Vector256.ConvertToSingle(drawn >>> 8) * levels);
            var place = Vector256.LoadUnsafe(ref column, k);
            Vector256.ConditionalSelect(Vector256.LessThan(place, Vector256<int>.Zero), nobody, starts + place + (onMinus * half)).StoreUnsafe(ref chosen.Places[at], k);
            (level + (lower * polarity)).StoreUnsafe(ref chosen.Steps[at], k);
            mask.StoreUnsafe(ref chosen.Masks[at], k);
            most = Vector256.Max(most, count);
            given -= mask;
            depressed += lower & mask;
        }

        var pulses = Vector256.Sum(given);
        var down = Vector256.Sum(depressed);
        (Potentiations, Depressions) = (Potentiations + pulses - down, Depressions + down);
        var largest = 0;
        for (var lane = 0; lane < Vector256<int>.Count; lane++)
        {
            largest = Math.Max(largest, most[lane]);
        }

        return largest;
    }
}
