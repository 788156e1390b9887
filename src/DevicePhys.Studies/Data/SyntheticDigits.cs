using DevicePhys.Sampling;
using DevicePhys.Studies.Data.Handwriting;

namespace DevicePhys.Studies.Data;

/// <summary>Generates digits that look handwritten, for machines without MNIST; results with them are called "synthetic".</summary>
/// <remarks>
/// Each image has a random stream of its own, keyed by the seed, the part and its index: its bytes depend on nothing else, not on the
/// number of threads, the number of images or the machine. Labels are drawn with equal chances. Thread safe.
/// </remarks>
public static class SyntheticDigits
{
    /// <summary>The seed of the default set, so that "synthetic" means the same images everywhere.</summary>
    public const ulong DefaultSeed = 1;

    /// <summary>Generates a training and a test part of 28 × 28 images.</summary>
    /// <param name="seed">The seed; it has nothing to do with the seeds of training runs.</param>
    /// <param name="trainCount">How many training images.</param>
    /// <param name="testCount">How many test images.</param>
    /// <param name="threads">How many threads to use, or -1 for as many as the machine likes; the result does not depend on it.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The digits, called <see cref="MnistData.Synthetic"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count below 1, or threads neither -1 nor above 0.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static DigitSet Create(
        ulong seed = DefaultSeed, int trainCount = 60_000, int testCount = 10_000, int threads = -1, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trainCount, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(testCount, 1);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        return new DigitSet(
            MnistData.Synthetic,
            FormattableString.Invariant($"procedural digits, seed {seed}"),
            CreatePart(seed, "synthetic-digits/train", trainCount, options),
            CreatePart(seed, "synthetic-digits/test", testCount, options));
    }

    private static DigitImages CreatePart(ulong seed, string purpose, int count, ParallelOptions options)
    {
        const int size = Frame.Side * Frame.Side;
        var pixels = new byte[count * size];
        var labels = new byte[count];
        Parallel.For(0, count, options, () => new Scribe(), (i, _, scribe) =>
        {
            var random = new RandomStream(seed, purpose, (ulong)i);
            var digit = random.NextInt(10);
            labels[i] = (byte)digit;
            scribe.Write(digit, random, pixels.AsSpan(i * size, size));
            return scribe;
        }, _ => { });
        return new DigitImages(Frame.Side, Frame.Side, pixels, labels);
    }
}
