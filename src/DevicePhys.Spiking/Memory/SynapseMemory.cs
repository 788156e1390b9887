using System.Numerics;
using DevicePhys.Sampling;
using DevicePhys.Tables;

namespace DevicePhys.Spiking.Memory;

/// <summary>A memory that weights between 0 and 1 are written back to: whole words of bit cells, some of which lose what they hold.</summary>
/// <remarks>
/// A weight w is held as the word round(w (2^b − 1)). A weak cell is always the same cell: each has one number, uniform on the die, and loses a value where
/// that number is below the table's probability of losing it between two refreshes. So a longer interval or a higher temperature adds weak cells to the
/// ones there were. What has been lost stays so, since a refresh writes back what it reads. The weights read are those of the worst moment, just before a refresh.
/// Not thread safe.
/// </remarks>
public sealed class SynapseMemory : ISynapseStore
{
    private readonly byte[] losesOne, losesZero, words;
    private readonly int rows, columns, full;

    /// <summary>Makes an empty memory.</summary>
    /// <param name="rows">Inputs.</param>
    /// <param name="columns">Neurons.</param>
    /// <param name="settings">How weights are held.</param>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public SynapseMemory(int rows, int columns, SynapseMemorySettings settings)
    {
        Check.Count(rows, "The number of rows");
        Check.Count(columns, "The number of columns");
        ArgumentNullException.ThrowIfNull(settings);
        settings.Validate();
        (this.rows, this.columns, Settings, full) = (rows, columns, settings, (1 << settings.Bits) - 1);
        words = new byte[rows * columns];
        losesOne = Weak("cells that lose a one", settings.LossOfOne);
        losesZero = Weak("cells that lose a zero", settings.LossOfZero);
    }

    /// <summary>How weights are held.</summary>
    public SynapseMemorySettings Settings { get; }

    /// <summary>Bits of the memory.</summary>
    public long Capacity => (long)rows * columns * Settings.Bits;

    /// <summary>Cells that lose a 1, and cells that lose a 0.</summary>
    public (long One, long Zero) WeakCells => (Count(losesOne), Count(losesZero));

    /// <summary>Bits that hold a 1.</summary>
    public long Ones => Count(words);

    /// <summary>[rows × columns], row-major: the words as they are held.</summary>
    public ReadOnlySpan<byte> Words => words;

    /// <inheritdoc/>
    public long WriteBacks { get; private set; }

    /// <summary>Cells whose value a write changed.</summary>
    public long Writes { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<KeyValuePair<string, NpyArray>> State() => [new("store_words", NpyArray.Of((byte[])[.. words])), new("store_counts", NpyArray.Of([WriteBacks, (double)Writes]))];

    /// <inheritdoc/>
    public bool Restore(IReadOnlyDictionary<string, NpyArray> state)
    {
        if (NpyArray.Find<byte>(state, "store_words", words.Length) is not { } held || NpyArray.Find<double>(state, "store_counts", 2) is not { } counts)
            return false;
        held.CopyTo(words, 0);
        (WriteBacks, Writes) = ((long)counts[0], (long)counts[1]);
        return true;
    }

    /// <inheritdoc/>
    /// <remarks>A read row costs every cell of it a read, at the energy of the value it holds; a write costs only the cells that change.</remarks>
    public MemoryPrice Price(SpikingWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var (zero, one) = (Settings.Cell.At(false, Settings.Temperature), Settings.Cell.At(true, Settings.Temperature));
        var share = (double)Ones / Capacity;
        double Mean(double ofZero, double ofOne) => ((1 - share) * ofZero) + (share * ofOne);
        var bits = (double)work.Neurons * Settings.Bits;
        var refreshes = double.IsInfinity(Settings.RefreshInterval) ? 0 : work.Time / Settings.RefreshInterval;
        return new MemoryPrice(
            work.Rows * bits * Mean(zero.ReadEnergy, one.ReadEnergy),
            work.Writes * Mean(zero.WriteEnergy, one.WriteEnergy),
            refreshes * Capacity * Mean(zero.RefreshEnergy, one.RefreshEnergy),
            work.Time * Capacity * Mean(zero.Leakage, one.Leakage) * Settings.Cell.Supply,
            MemoryPrice.LogicOf(work));
    }

    /// <inheritdoc/>
    public void WriteBack(Span<float> weights, int stride, RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Span<float> chances = stackalloc float[256];
        chances.Fill(0.5f);
        for (var row = 0; row < rows; row++)
        {
            for (var first = 0; first < columns; first += chances.Length)
            {
                var count = Math.Min(chances.Length, columns - first);
                if (Settings.Stochastic)
                    stream.FillUniform(chances[..count]);
                Write(weights.Slice((row * stride) + first, count), (row * columns) + first, chances);
            }
        }

        WriteBacks++;
    }

    private void Write(Span<float> weights, int at, ReadOnlySpan<float> chances)
    {
        var (inversion, unit) = (Settings.Inverted ? full : 0, 1f / full);
        for (var k = 0; k < weights.Length; k++, at++)
        {
            var code = Math.Min((int)((Math.Clamp(weights[k], 0, 1) * full) + chances[k]), full);
            var stored = code ^ inversion;
            Writes += BitOperations.PopCount((uint)(stored ^ words[at]));
            var kept = (stored & ~losesOne[at]) | (~stored & losesZero[at]);
            words[at] = (byte)kept;
            weights[k] = (kept ^ inversion) * unit;
        }
    }

    // A word each of random numbers decides for a cell, whether it is weak or not: so the map does not depend on how many cells are.
    private byte[] Weak(string purpose, double chance)
    {
        var weak = new byte[rows * columns];
        if (chance <= 0)
            return weak;
        var stream = new RandomStream(Settings.Die, purpose);
        Span<double> numbers = stackalloc double[8];
        for (var word = 0; word < weak.Length; word++)
        {
            stream.FillUniform(numbers);
            for (var bit = 0; bit < Settings.Bits; bit++)
                weak[word] |= (byte)(numbers[bit] < chance ? 1 << bit : 0);
        }

        return weak;
    }

    private static long Count(byte[] bytes)
    {
        var count = 0L;
        foreach (var value in bytes)
            count += BitOperations.PopCount(value);
        return count;
    }
}
