using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DevicePhys.Sampling;

/// <summary>A stream of random numbers that depends only on its key: a seed, a purpose and an index.</summary>
/// <remarks>
/// <para>Philox4x32-10 (Salmon, Moraes, Dror, Shaw, SC'11) as a counter-based generator: a result never depends on how many threads
/// or shards a run uses, because every piece of work owns a stream of its own. Not thread safe: one stream, one owner.</para>
/// <para>Layout: the 64-bit key comes from the seed and the purpose; counter words 2 and 3 are the index; counter words 0 and 1 are
/// the number of the block, from 0. Block b gives words 4 b to 4 b + 3 of the stream. So streams of one seed and purpose can never
/// overlap, whatever their indexes, nor can those of two seeds with one purpose; two different purposes share a key with a chance of
/// 2^-64 for each pair of (seed, purpose).</para>
/// <para>The stream is a sequence of 32-bit words; every draw consumes words in order, so a bulk fill gives the bits of the single
/// draws, from any position and on any machine.</para>
/// </remarks>
public sealed class RandomStream
{
    // So many values at a time stay in the first-level cache between their two passes.
    private const int Chunk = 1024;

    private readonly ulong key;
    private readonly ulong index;
    private WordBuffer buffer;
    private int next = WordBuffer.Length;
    private ulong block;

    /// <summary>Creates a stream at its first word.</summary>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="purpose">What the numbers are for, such as "c2c"; different purposes are independent.</param>
    /// <param name="index">Which one of many like it: a device, a sample, a run.</param>
    /// <exception cref="ArgumentException">The purpose is null or empty.</exception>
    public RandomStream(ulong seed, string purpose, ulong index = 0)
    {
        ArgumentException.ThrowIfNullOrEmpty(purpose);
        key = StreamKey.Of(seed, purpose);
        this.index = index;
    }

    /// <summary>How many words have been consumed or skipped so far.</summary>
    public ulong Position => (4 * block) - (ulong)(WordBuffer.Length - next);

    /// <summary>Leaves out words, in a time that does not depend on how many.</summary>
    /// <param name="words">How many words to leave out.</param>
    /// <exception cref="OverflowException">The position would pass 2^64 words.</exception>
    public void Skip(ulong words)
    {
        var target = checked(Position + words);
        block = target / 4;
        next = WordBuffer.Length;
        if (target % 4 == 0)
            return;
        Refill();
        next = (int)(target % 4);
    }

    /// <summary>Draws the next word. Consumes 1 word.</summary>
    /// <returns>An integer uniform over all 2^32 values.</returns>
    public uint NextUInt32()
    {
        if (next == WordBuffer.Length)
            Refill();
        return buffer[next++];
    }

    /// <summary>Draws a uniform number. Consumes 2 words.</summary>
    /// <returns>One of the 2^52 odd multiples of 2^-53, so never 0 or 1, and as often u as 1 - u.</returns>
    public double NextDouble()
    {
        var low = NextUInt32();
        return Uniform.Double(((ulong)NextUInt32() << 32) | low);
    }

    /// <summary>Draws a uniform number. Consumes 1 word.</summary>
    /// <returns>One of the 2^23 odd multiples of 2^-24, so never 0 or 1, and as often u as 1 - u.</returns>
    public float NextSingle() => Uniform.Single(NextUInt32());

    /// <summary>Draws from the normal distribution of mean 0 and standard deviation 1. Consumes 2 words.</summary>
    /// <returns>The inverse normal distribution function of <see cref="NextDouble"/>; it reaches 8.2.</returns>
    public double NextNormal() => InverseNormal.Of(NextDouble());

    /// <summary>Draws a normal number in single precision. Consumes 1 word.</summary>
    /// <returns>The inverse normal distribution function of (w + 1/2) / 2^32, w the next word; it reaches 6.3.</returns>
    public float NextNormalSingle() => InverseNormalSingle.Of(NextUInt32());

    /// <summary>Draws from the exponential distribution of mean 1. Consumes 2 words.</summary>
    /// <returns>-ln u of a <see cref="NextDouble"/>; always above 0.</returns>
    public double NextExponential() => -NaturalLogarithm.Of(Vector256.Create(NextDouble())).ToScalar();

    /// <summary>Draws an integer without bias (Lemire, ACM TOMACS 29(1), 3, 2019).</summary>
    /// <remarks>Consumes 1 word, and 1 more with a chance below bound / 2^32 each time a word has to be refused.</remarks>
    /// <param name="bound">One more than the largest value wanted; above 0.</param>
    /// <returns>An integer from 0 to bound - 1, all equally likely.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The bound is 0 or negative.</exception>
    public int NextInt(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        var product = (ulong)NextUInt32() * (uint)bound;
        if ((uint)product < (uint)bound)
        {
            // 2^32 mod bound: so many words have one multiple too many below them.
            var surplus = unchecked(0u - (uint)bound) % (uint)bound;
            while ((uint)product < surplus)
                product = (ulong)NextUInt32() * (uint)bound;
        }

        return (int)(product >> 32);
    }

    /// <summary>Fills with words. Consumes 1 word each.</summary>
    /// <param name="words">What is filled.</param>
    public void Fill(Span<uint> words)
    {
        var ready = Math.Min(words.Length, WordBuffer.Length - next);
        ((Span<uint>)buffer).Slice(next, ready).CopyTo(words);
        next += ready;
        words = words[ready..];

        var direct = words.Length / WordBuffer.Length * WordBuffer.Length;
        PhiloxKernel.Fill(key, block, index, words[..direct]);
        block += (ulong)(direct / 4);
        words = words[direct..];

        if (words.IsEmpty)
            return;
        Refill();
        ((Span<uint>)buffer)[..words.Length].CopyTo(words);
        next = words.Length;
    }

    /// <summary>Fills with uniform numbers, as <see cref="NextSingle"/> gives them. Consumes 1 word each.</summary>
    /// <param name="values">What is filled.</param>
    public void FillUniform(Span<float> values)
    {
        for (; !values.IsEmpty; values = values[Math.Min(Chunk, values.Length)..])
            Uniform.Transform(FillBits(values));
    }

    /// <summary>Fills with uniform numbers, as <see cref="NextDouble"/> gives them. Consumes 2 words each.</summary>
    /// <param name="values">What is filled.</param>
    public void FillUniform(Span<double> values)
    {
        for (; !values.IsEmpty; values = values[Math.Min(Chunk, values.Length)..])
            Uniform.Transform(FillBits(values));
    }

    /// <summary>Fills with normal numbers, as <see cref="NextNormalSingle"/> gives them. Consumes 1 word each.</summary>
    /// <param name="values">What is filled.</param>
    public void FillNormal(Span<float> values)
    {
        for (; !values.IsEmpty; values = values[Math.Min(Chunk, values.Length)..])
            InverseNormalSingle.Transform(FillBits(values));
    }

    /// <summary>Fills with normal numbers, as <see cref="NextNormal"/> gives them. Consumes 2 words each.</summary>
    /// <param name="values">What is filled.</param>
    public void FillNormal(Span<double> values)
    {
        for (; !values.IsEmpty; values = values[Math.Min(Chunk, values.Length)..])
            InverseNormal.Transform(FillBits(values));
    }

    /// <summary>Fills with exponential numbers, as <see cref="NextExponential"/> gives them. Consumes 2 words each.</summary>
    /// <param name="values">What is filled.</param>
    public void FillExponential(Span<double> values)
    {
        FillUniform(values);
        var vectors = MemoryMarshal.Cast<double, Vector256<double>>(values);
        foreach (ref var vector in vectors)
            vector = -NaturalLogarithm.Of(vector);
        foreach (ref var value in values[(vectors.Length * Vector256<double>.Count)..])
            value = -NaturalLogarithm.Of(Vector256.Create(value)).ToScalar();
    }

    /// <summary>Puts items into a random order, every order equally likely (Fisher and Yates). Consumes 1 word or a little more per item.</summary>
    /// <typeparam name="T">The kind of item.</typeparam>
    /// <param name="items">What is put into order.</param>
    public void Shuffle<T>(Span<T> items)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var other = NextInt(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    // Random bits for the next chunk, written where the numbers will stand.
    private Span<T> FillBits<T>(Span<T> values) where T : unmanaged
    {
        var chunk = values[..Math.Min(Chunk, values.Length)];
        Fill(MemoryMarshal.Cast<T, uint>(chunk));
        return chunk;
    }

    private void Refill()
    {
        PhiloxKernel.Fill(key, block, index, buffer);
        block += WordBuffer.Length / 4;
        next = 0;
    }
}
