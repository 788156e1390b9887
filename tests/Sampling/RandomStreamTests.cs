using System.Runtime.InteropServices;
using DevicePhys.Sampling;
using Xunit;

namespace DevicePhys.Tests.Sampling;

public sealed class RandomStreamTests
{
    private const ulong Index = 0x1122334455667788;

    private static RandomStream Stream() => new(7, "test", Index);

    [Fact]
    public void The_words_are_the_blocks_of_the_key_and_the_index_in_order()
    {
        var stream = Stream();
        var expected = new uint[4];
        for (ulong block = 0; block < 50; block++)
        {
            Philox.Block(StreamKey.Of(7, "test"), block, Index, expected);
            foreach (var word in expected)
                Assert.Equal(word, stream.NextUInt32());
        }
    }

    [Fact]
    public void Bulk_words_are_the_single_draws_for_every_length_and_position() =>
        Compare((s, values) => s.Fill(values), s => s.NextUInt32());

    [Fact]
    public void Bulk_single_uniforms_are_the_single_draws_for_every_length_and_position() =>
        Compare<float>((s, values) => s.FillUniform(values), s => s.NextSingle());

    [Fact]
    public void Bulk_double_uniforms_are_the_single_draws_for_every_length_and_position() =>
        Compare<double>((s, values) => s.FillUniform(values), s => s.NextDouble());

    [Fact]
    public void Bulk_single_normals_are_the_single_draws_for_every_length_and_position() =>
        Compare<float>((s, values) => s.FillNormal(values), s => s.NextNormalSingle());

    [Fact]
    public void Bulk_double_normals_are_the_single_draws_for_every_length_and_position() =>
        Compare<double>((s, values) => s.FillNormal(values), s => s.NextNormal());

    [Fact]
    public void Bulk_draws_longer_than_a_chunk_are_the_single_draws()
    {
        var (bulk, single) = (Stream(), Stream());
        Assert.Equal(single.NextUInt32(), bulk.NextUInt32());
        var values = new double[5000];
        bulk.FillNormal(values);
        foreach (var value in values)
            Assert.Equal(single.NextNormal(), value);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(257)]
    [InlineData(1030)]
    public void A_fill_of_exponentials_is_the_single_draws(int count)
    {
        var (bulk, single) = (Stream(), Stream());
        var values = new double[count];
        bulk.FillExponential(values);
        foreach (var value in values)
            Assert.Equal(single.NextExponential(), value);
        Assert.Equal(single.Position, bulk.Position);
    }

    [Theory]
    [InlineData(0ul)]
    [InlineData(1ul)]
    [InlineData(3ul)]
    [InlineData(61ul)]
    [InlineData(64ul)]
    [InlineData(1001ul)]
    public void Skipping_words_is_drawing_them(ulong words)
    {
        for (var before = 0; before < 70; before++)
        {
            var (skipped, drawn) = (Stream(), Stream());
            for (var draw = 0; draw < before; draw++)
                Assert.Equal(drawn.NextUInt32(), skipped.NextUInt32());
            skipped.Skip(words);
            for (ulong draw = 0; draw < words; draw++)
                drawn.NextUInt32();
            Assert.Equal((ulong)before + words, skipped.Position);
            Assert.Equal(drawn.Position, skipped.Position);
            Assert.Equal(drawn.NextUInt32(), skipped.NextUInt32());
        }
    }

    [Fact]
    public void A_far_skip_lands_on_the_block_of_that_number()
    {
        var stream = Stream();
        stream.Skip((4ul << 40) + 2);
        var expected = new uint[4];
        Philox.Block(StreamKey.Of(7, "test"), 1ul << 40, Index, expected);
        Assert.Equal(expected[2], stream.NextUInt32());
        Assert.Throws<OverflowException>(() => stream.Skip(ulong.MaxValue));
    }

    [Fact]
    public void Every_draw_consumes_the_words_it_says()
    {
        var stream = Stream();
        stream.NextSingle();
        Assert.Equal(1ul, stream.Position);
        stream.NextDouble();
        Assert.Equal(3ul, stream.Position);
        stream.NextNormal();
        Assert.Equal(5ul, stream.Position);
        stream.NextNormalSingle();
        Assert.Equal(6ul, stream.Position);
        stream.NextExponential();
        Assert.Equal(8ul, stream.Position);
        stream.FillNormal(new float[101]);
        Assert.Equal(109ul, stream.Position);
        stream.FillNormal(new double[101]);
        Assert.Equal(311ul, stream.Position);
    }

    [Fact]
    public void Fills_allocate_nothing()
    {
        var stream = Stream();
        var (words, singles, doubles) = (new uint[3001], new float[3001], new double[3001]);
        Draw();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Draw();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Draw()
        {
            stream.Fill(words);
            stream.FillUniform(singles);
            stream.FillUniform(doubles);
            stream.FillNormal(singles);
            stream.FillNormal(doubles);
            stream.Shuffle<float>(singles);
            doubles[0] = stream.NextNormal() + stream.NextExponential() + stream.NextInt(10);
        }
    }

    [Fact]
    public void Results_do_not_depend_on_the_number_of_threads()
    {
        var (alone, together) = (new double[200], new double[200]);
        for (var device = 0; device < alone.Length; device++)
            alone[device] = Sum(device);
        Parallel.For(0, together.Length, device => together[device] = Sum(device));
        Assert.Equal(alone, together);

        static double Sum(int device)
        {
            var values = new double[100];
            new RandomStream(3, "d2d", (ulong)device).FillNormal(values);
            return values.Sum();
        }
    }

    [Fact]
    public void A_stream_needs_a_purpose()
    {
        Assert.Throws<ArgumentNullException>(() => new RandomStream(1, null!));
        Assert.Throws<ArgumentException>(() => new RandomStream(1, ""));
    }

    private static void Compare<T>(Fill<T> fill, Func<RandomStream, T> draw) where T : unmanaged
    {
        for (var length = 0; length <= 200; length++)
            foreach (var offset in new[] { 0, 1, 2, 3, 5, 37, 63, 64, 65 })
            {
                var (bulk, single) = (Stream(), Stream());
                for (var at = 0; at < offset; at++)
                    Assert.Equal(single.NextUInt32(), bulk.NextUInt32());

                var (actual, expected) = (new T[length], new T[length]);
                fill(bulk, actual);
                for (var at = 0; at < length; at++)
                    expected[at] = draw(single);
                Assert.True(MemoryMarshal.AsBytes<T>(expected).SequenceEqual(MemoryMarshal.AsBytes<T>(actual)), $"length {length}, offset {offset}");
                Assert.Equal(single.Position, bulk.Position);
                Assert.Equal(single.NextUInt32(), bulk.NextUInt32());
            }
    }

    private delegate void Fill<T>(RandomStream stream, Span<T> values);
}
