using System.Runtime.Intrinsics.X86;
using DevicePhys.Sampling;
using Xunit;

namespace DevicePhys.Tests.Sampling;

public sealed class PhiloxTests
{
    // Origin of all rows: the file kat_vectors of Random123 1.14 (Salmon et al.), lines "philox4x32 10".
    [Theory]
    [InlineData(0ul, 0ul, 0ul, new[] { 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u })]
    [InlineData(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, new[] { 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu })]
    [InlineData(0x299f31d0a4093822, 0x85a308d3243f6a88, 0x0370734413198a2e, new[] { 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u })]
    public void The_block_function_gives_the_published_vectors(ulong key, ulong low, ulong high, uint[] expected)
    {
        var words = new uint[4];
        Philox.Block(key, low, high, words);
        Assert.Equal(expected, words);
    }

    [Theory]
    [InlineData(0x299f31d0a4093822, 0ul, 0ul)]
    [InlineData(1ul, 0xFFFFFFFAul, 7ul)] // The carry from counter word 0 to word 1.
    [InlineData(2ul, 0x123456789ABCDEFul, ulong.MaxValue)]
    [InlineData(3ul, ulong.MaxValue - 9, 0x89ABCDEF01234567)] // The wrap at the end of the counter.
    public void Every_width_gives_the_words_of_the_block_function(ulong key, ulong block, ulong index)
    {
        for (var length = 0; length <= 400; length += 4)
        {
            var expected = new uint[length];
            for (var at = 0; at < length; at += 4)
                Philox.Block(key, unchecked(block + (ulong)(at / 4)), index, expected.AsSpan(at));

            Assert.Equal(expected, Filled(PhiloxKernel.Fill));
            Assert.Equal(expected, Filled(PhiloxKernel.FillPortable));
            if (Avx2.IsSupported)
            {
                Assert.Equal(expected, Filled(PhiloxKernel.Fill256));
                Assert.Equal(expected, Filled(PhiloxKernel.Fill512));
            }

            uint[] Filled(Kernel kernel)
            {
                var words = new uint[length];
                kernel(key, block, index, words);
                return words;
            }
        }
    }

    private delegate void Kernel(ulong key, ulong block, ulong index, Span<uint> words);
}
