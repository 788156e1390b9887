namespace DevicePhys.Sampling;

/// <summary>A stream of random numbers that depends only on its key: a seed, a purpose and an index.</summary>
/// <remarks>
/// Philox4x32-10 (Salmon, Moraes, Dror, Shaw, SC'11) as a counter-based generator: a result never depends on how many threads or
/// shards a run uses, because every piece of work owns a stream of its own. Not thread safe: one stream, one owner.
/// The stream is a sequence of 32-bit words; every draw consumes words in order, so a bulk fill gives the bits of the single draws.
/// </remarks>
public sealed class RandomStream
{
    /// <summary>Creates a stream.</summary>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="purpose">What the numbers are for, such as "c2c"; different purposes are independent.</param>
    /// <param name="index">Which one of many like it: a device, a sample, a run.</param>
    public RandomStream(ulong seed, string purpose, ulong index = 0) => throw new NotImplementedException($"{seed}{purpose}{index}");
}
