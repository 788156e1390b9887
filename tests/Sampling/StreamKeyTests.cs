using DevicePhys.Sampling;
using Xunit;

namespace DevicePhys.Tests.Sampling;

public sealed class StreamKeyTests
{
    // Origin: the test vectors of the FNV reference code (Noll, isthe.com/chongo/tech/comp/fnv, test_fnv.c).
    [Theory]
    [InlineData("", 0xcbf29ce484222325)]
    [InlineData("a", 0xaf63dc4c8601ec8c)]
    [InlineData("foobar", 0x85944171f73967e8)]
    public void The_hash_of_a_purpose_is_the_published_one(string text, ulong expected) => Assert.Equal(expected, StreamKey.Fnv1a64(text));

    // Origin: the first outputs of SplitMix64 (Vigna, splitmix64.c) for these seeds.
    [Theory]
    [InlineData(0ul, 0xe220a8397b1dcdaf)]
    [InlineData(1234567ul, 6457827717110365317)]
    public void The_mixing_of_a_seed_is_the_published_one(ulong seed, ulong expected) => Assert.Equal(expected, StreamKey.Mix(seed));

    [Fact]
    public void A_purpose_is_hashed_by_its_UTF8_bytes()
    {
        var hash = 0xcbf29ce484222325;
        foreach (var octet in "µm²😀"u8)
            hash = unchecked((hash ^ octet) * 0x100000001b3);
        Assert.Equal(hash, StreamKey.Fnv1a64("µm²😀"));
    }

    [Fact]
    public void A_million_neighbouring_seeds_and_purposes_give_different_keys()
    {
        var keys = new HashSet<ulong>();
        foreach (var purpose in new[] { "c2c", "d2d", "c2d", "d2c", "read", "init", "shuffle", "rounding", "a", "b" })
            for (ulong seed = 0; seed < 100_000; seed++)
                Assert.True(keys.Add(StreamKey.Of(seed, purpose)));
    }
}
