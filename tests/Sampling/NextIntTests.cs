using DevicePhys.Sampling;
using Xunit;

namespace DevicePhys.Tests.Sampling;

public sealed class NextIntTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(10)]
    [InlineData(100)]
    public void Every_integer_below_the_bound_is_equally_likely(int bound)
    {
        const int perValue = 10_000;
        var stream = new RandomStream(11, "integers", (ulong)bound);
        var counts = new int[bound];
        for (var draw = 0; draw < bound * perValue; draw++)
            counts[stream.NextInt(bound)]++;

        // Chi-square of bound - 1 degrees of freedom, within 4 of its standard deviations sqrt(2 (bound - 1)).
        var chiSquare = counts.Sum(count => Math.Pow(count - perValue, 2) / perValue);
        Assert.InRange(chiSquare, 0, bound - 1 + (4 * Math.Sqrt(2.0 * (bound - 1))));
    }

    [Fact]
    public void A_bound_that_does_not_divide_the_words_is_not_biased()
    {
        // 3/4 of 2^31: taking words modulo this bound would give the lower third twice as often as the rest.
        const int bound = 3 << 29;
        var stream = new RandomStream(11, "large");
        var lower = 0;
        for (var draw = 0; draw < 300_000; draw++)
            lower += stream.NextInt(bound) < bound / 3 ? 1 : 0;
        Assert.InRange(lower, 100_000 - (4 * 258), 100_000 + (4 * 258)); // sqrt(n/3 * 2/3) = 258

        // 2^32 mod bound is a quarter of all words: those are refused and drawn again.
        Assert.InRange(stream.Position, 300_000 * 4 / 3ul * 0.99, 300_000 * 4 / 3ul * 1.01);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_bound_below_1_is_refused(int bound) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomStream(1, "refused").NextInt(bound));

    [Fact]
    public void Every_order_of_a_shuffle_is_equally_likely()
    {
        var stream = new RandomStream(11, "shuffle");
        var counts = new Dictionary<string, int>();
        for (var draw = 0; draw < 240_000; draw++)
        {
            var items = "abcd".ToCharArray();
            stream.Shuffle<char>(items);
            var order = new string(items);
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        Assert.Equal(24, counts.Count);
        Assert.InRange(counts.Values.Sum(count => Math.Pow(count - 10_000, 2) / 10_000), 0, 23 + (4 * Math.Sqrt(2 * 23)));
    }
}
