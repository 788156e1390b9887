using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using DevicePhys.Sampling;

namespace DevicePhys.Arrays.Kernels;

/// <summary>Pulses for columns in which many cells get some, given without a branch per cell.</summary>
/// <remarks>
/// Whether a cell is pulsed, and which device of its pair, is a coin nobody can predict; a branch on either costs more than the pulse itself. So
/// eight neighbours of a row are pulsed at a time, both devices of each are read, and a step that is not wished is masked to 0. A wish of several
/// pulses takes several rounds, since a pulse needs the conductance that the one before it left.
/// </remarks>
internal sealed class DensePulses
{
    private const int Block = 1024;

    private readonly DevicePair pair;
    private readonly StepLookup lookup;
    private readonly RandomStream random;
    private readonly float[] wishes;
    private readonly uint[] roundings;
    private readonly uint[] words;
    private readonly uint[] spreadRoundings;
    private readonly uint[] spreadWords;
    private readonly Choice[] choices;
    private readonly bool[] going = new bool[Block];

    public DensePulses(DevicePair pair, StepLookup lookup, RandomStream random)
    {
        (this.pair, this.lookup, this.random) = (pair, lookup, random);
        wishes = new float[pair.Stride];
        choices = new Choice[pair.Stride / Vector256<int>.Count];
        var cells = Math.Max(Block, pair.Stride);
        (roundings, words) = (new uint[cells], new uint[cells]);
        (spreadRoundings, spreadWords) = (new uint[pair.Stride], new uint[pair.Stride]);
    }

    /// <summary>Pulses for potentiation so far.</summary>
    public long Potentiations { get; private set; }

    /// <summary>Pulses for depression so far.</summary>
    public long Depressions { get; private set; }

    /// <summary>Pulses the cells of the driven rows in some columns.</summary>
    /// <param name="input">The driven rows.</param>
    /// <param name="busy">The columns, in ascending order.</param>
    /// <param name="wished">Every column's wished pulses at an input of 1.</param>
    public void Give(ActiveInput input, ReadOnlySpan<int> busy, ReadOnlySpan<float> wished)
    {
        // A column that is not busy wishes for nothing.
        wishes.AsSpan().Clear();
        foreach (var column in busy)
        {
            wishes[column] = wished[column];
        }

        var width = PaddedMatrix.Pad(busy.Length);
        var rows = Math.Max(1, Block / width);
        for (var from = 0; from < input.Count; from += rows)
        {
            var count = Math.Min(rows, input.Count - from);
            GiveBlock(input.Rows.Slice(from, count), input.Values.Slice(from, count), busy, width);
        }
    }

    private void GiveBlock(ReadOnlySpan<int> rows, ReadOnlySpan<float> values, ReadOnlySpan<int> busy, int width)
    {
        var cells = rows.Length * width;
        random.Fill(roundings.AsSpan(0, cells));
        going.AsSpan(0, rows.Length).Fill(true);
        for (var (round, more) = (0, true); more; round++)
        {
            more = false;
            random.Fill(words.AsSpan(0, cells));
            for (var k = 0; k < rows.Length; k++)
            {
                // Few rows get pulses after the first round.
                if (!going[k])
                {
                    continue;
                }

                var rounding = Spread(roundings.AsSpan(k * width, width), busy, spreadRoundings);
                var word = Spread(words.AsSpan(k * width, width), busy, spreadWords);
                going[k] = ChooseRow(rows[k] * pair.Stride, values[k], round, rounding, word);
                PulseRow(rows[k] * pair.Stride);
                more |= going[k];
            }
        }
    }

    /// <summary>Numbers for the busy columns, each put where its column is.</summary>
    private ReadOnlySpan<uint> Spread(ReadOnlySpan<uint> numbers, ReadOnlySpan<int> busy, uint[] to)
    {
        if (busy.Length == pair.Plus.Columns)
        {
            return numbers;
        }

        for (var k = 0; k < busy.Length; k++)
        {
            to[busy[k]] = numbers[k];
        }

        return to;
    }

    /// <summary>Finds out which cells of a row get a pulse in this round, on which device, and where its step stands.</summary>
    /// <returns>Whether a cell is to get more pulses than those of this round and the ones before.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool ChooseRow(int first, float x, int round, ReadOnlySpan<uint> roundings, ReadOnlySpan<uint> words)
    {
        var (most, given, depressed) = (Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero);
        var (input, rounds) = (Vector256.Create(x), Vector256.Create(round));
        var (unit, levels) = (Vector256.Create(1f / (1 << 24)), Vector256.Create(lookup.Levels * (1f / (1 << 24))));
        ref var wish = ref MemoryMarshal.GetArrayDataReference(wishes);
        ref var rounding = ref MemoryMarshal.GetReference(roundings);
        ref var word = ref MemoryMarshal.GetReference(words);
        ref var plus = ref pair.Conductances[first];
        ref var minus = ref pair.Conductances[first + pair.Half];
        ref var plusCorner = ref pair.Corners[first];
        ref var minusCorner = ref pair.Corners[first + pair.Half];
        ref var chosen = ref MemoryMarshal.GetArrayDataReference(choices);
        var many = (nuint)pair.Plus.Columns;
        for (nuint k = 0; k < many; k += (nuint)Vector256<int>.Count)
        {
            var wished = Vector256.LoadUnsafe(ref wish, k) * input;
            var uniform = Vector256.ConvertToSingle((Vector256.LoadUnsafe(ref rounding, k) >> 8).AsInt32()) * unit;
            var count = Vector256.ConvertToInt32Native(Vector256.Abs(wished) + uniform);
            var pulsed = Vector256.GreaterThan(count, rounds);

            // The lowest bit of the word is the device of the pair, the upper ones the level.
            var drawn = Vector256.LoadUnsafe(ref word, k).AsInt32();
            var onMinus = ~drawn & Vector256<int>.One;
            var lower = (wished.AsInt32() >>> 31) ^ onMinus;
            var level = Vector256.ConvertToInt32Native(Vector256.ConvertToSingle(drawn >>> 8) * levels);
            var isMinus = Vector256<int>.Zero - onMinus;
            var before = Vector256.ConditionalSelect(isMinus.AsSingle(), Vector256.LoadUnsafe(ref minus, k), Vector256.LoadUnsafe(ref plus, k));
            var corner = Vector256.ConditionalSelect(isMinus, Eight(ref Unsafe.Add(ref minusCorner, k)), Eight(ref Unsafe.Add(ref plusCorner, k)));
            var (places, fractions) = lookup.Locate(before, corner, lower, level);
            chosen = new Choice(places, fractions, pulsed, isMinus);
            chosen = ref Unsafe.Add(ref chosen, 1);
            most = Vector256.Max(most, count);
            given -= pulsed;
            depressed += lower & pulsed;
        }

        var pulses = Vector256.Sum(given);
        var down = Vector256.Sum(depressed);
        (Potentiations, Depressions) = (Potentiations + pulses - down, Depressions + down);
        return Vector256.GreaterThanAny(most, Vector256.Create(round + 1));
    }

    /// <summary>Gives the chosen devices of a row their pulses.</summary>
    /// <remarks>Apart from the choice, so that many steps are on their way from the table at a time: a step is hardly ever in the nearest cache.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void PulseRow(int first)
    {
        ref var plus = ref pair.Conductances[first];
        ref var minus = ref pair.Conductances[first + pair.Half];
        ref var chosen = ref MemoryMarshal.GetArrayDataReference(choices);
        var many = (nuint)pair.Plus.Columns;
        for (nuint k = 0; k < many; k += (nuint)Vector256<int>.Count)
        {
            var step = lookup.Steps(ref Unsafe.As<Vector256<int>, int>(ref chosen.Places), chosen.Fractions);
            var (ofPlus, ofMinus, isMinus) = (Vector256.LoadUnsafe(ref plus, k), Vector256.LoadUnsafe(ref minus, k), chosen.IsMinus.AsSingle());
            var after = Vector256.ConditionalSelect(isMinus, ofMinus, ofPlus) + (step.AsInt32() & chosen.Pulsed).AsSingle();
            Vector256.ConditionalSelect(isMinus, ofPlus, after).StoreUnsafe(ref plus, k);
            Vector256.ConditionalSelect(isMinus, after, ofMinus).StoreUnsafe(ref minus, k);
            chosen = ref Unsafe.Add(ref chosen, 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Eight(ref byte first)
    {
        var bytes = Vector128.CreateScalar(Unsafe.ReadUnaligned<ulong>(ref first)).AsByte();
        if (Avx2.IsSupported)
        {
            return Avx2.ConvertToVector256Int32(bytes);
        }

        var (low, high) = Vector128.Widen(Vector128.WidenLower(bytes));
        return Vector256.Create(low, high).AsInt32();
    }

    /// <summary>What is done to eight cells.</summary>
    private struct Choice(Vector256<int> places, Vector256<float> fractions, Vector256<int> pulsed, Vector256<int> isMinus)
    {
        public Vector256<int> Places = places;
        public readonly Vector256<float> Fractions = fractions;
        public readonly Vector256<int> Pulsed = pulsed;
        public readonly Vector256<int> IsMinus = isMinus;
    }
}
