using System.Numerics;
using DevicePhys.Sampling;

namespace DevicePhys.Spiking.Memory;

/// <summary>A memory that weights between 0 and 1 are written back to: whole words of bit cells, some of which lose what they hold.</summary>
/// <remarks>
/// A weight w is held as the word round(w (2^b − 1)). A weak cell is always the same cell: each has one number, uniform on the die, and loses a value where
/// that number is below the table's probability of losing it between two refreshes. So a longer interval or a higher temperature adds weak cells to the
/// ones there were. What has been lost stays so, since a refresh writes back what it reads. The weights read are those of the worst moment, just before a refresh.
/// Not thread safe.
/// </remarks>
public sealed class SynapseMemory
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

    /// <summary>Times the whole memory was written.</summary>
    public long WriteBacks { get; private set; }

    /// <summary>Cells whose value a write changed.</summary>
    public long Toggles { get; private set; }

    /// <summary>Goes on from where a memory of the same settings stood.</summary>
    /// <param name="held">[rows × columns]: its words.</param>
    /// <param name="writeBacks">Times it was written.</param>
    /// <param name="toggles">Cells whose value a write changed.</param>
    public void Restore(ReadOnlySpan<byte> held, long writeBacks, long toggles)
    {
        if (held.Length != words.Length)
            throw new ArgumentException($"There are {held.Length} words: {words.Length} are expected.", nameof(held));
        held.CopyTo(words);
        (WriteBacks, Toggles) = (writeBacks, toggles);
    }

    /// <summary>Writes all weights, and puts what the memory gives back in their place.</summary>
    /// <param name="weights">[rows × stride], row-major: 0 to 1; what is beyond is cut off.</param>
    /// <param name="stride">From a row to the next, at least the columns.</param>
    /// <param name="stream">Chance of the rounding.</param>
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
            Toggles += BitOperations.PopCount((uint)(stored ^ words[at]));
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
