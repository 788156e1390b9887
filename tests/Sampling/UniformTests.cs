using DevicePhys.Sampling;
using Xunit;

namespace DevicePhys.Tests.Sampling;

public sealed class UniformTests
{
    [Fact]
    public void Neither_0_nor_1_can_be_drawn()
    {
        Assert.Equal(Math.ScaleB(1, -53), Uniform.Double(0));
        Assert.Equal(1 - Math.ScaleB(1, -53), Uniform.Double(ulong.MaxValue));
        Assert.Equal(MathF.ScaleB(1, -24), Uniform.Single(0));
        Assert.Equal(1 - MathF.ScaleB(1, -24), Uniform.Single(uint.MaxValue));
    }

    [Fact]
    public void Every_uniform_is_the_upper_bits_and_one_half_exactly()
    {
        var stream = new RandomStream(1, "uniform");
        for (var draw = 0; draw < 10_000; draw++)
        {
            var bits = ((ulong)stream.NextUInt32() << 32) | stream.NextUInt32();
            Assert.Equal(((2 * (bits >> 12)) + 1) * Math.ScaleB(1, -53), Uniform.Double(bits));
            Assert.Equal(1 - Uniform.Double(bits), Uniform.Double(~bits));
            var word = (uint)bits;
            Assert.Equal(((2 * (word >> 9)) + 1) * MathF.ScaleB(1, -24), Uniform.Single(word));
        }
    }

    [Fact]
    public void A_double_takes_its_lower_half_from_the_first_word()
    {
        var (words, doubles) = (new RandomStream(1, "order"), new RandomStream(1, "order"));
        var low = words.NextUInt32();
        Assert.Equal(Uniform.Double(low | ((ulong)words.NextUInt32() << 32)), doubles.NextDouble());
    }
}
