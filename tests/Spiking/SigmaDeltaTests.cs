using DevicePhys.Sampling;
using DevicePhys.Spiking.Dataflow;
using Xunit;

namespace DevicePhys.Tests.Spiking;

public sealed class SigmaDeltaTests
{
    [Fact]
    public void Without_a_threshold_events_give_the_dense_result_exactly()
    {
        for (var seed = 1UL; seed <= 50; seed++)
        {
            var random = new RandomStream(seed, "network");
            var network = new SigmaDeltaNetwork([Layer(random, 40, 30, 0), Layer(random, 30, 20, 0), Layer(random, 20, 5, 0)], [4, 6]);
            var frame = new int[40];
            for (var n = 0; n < 10; n++)
            {
                for (var k = 0; k < 7; k++)
                    frame[random.NextInt(40)] = random.NextInt(256);
                network.Step(frame);
                Assert.Equal(network.Dense(frame), network.Outputs.ToArray());
            }
        }
    }

    [Fact]
    public void The_same_frame_again_sends_nothing_and_costs_nothing()
    {
        var random = new RandomStream(3, "network");
        var network = new SigmaDeltaNetwork([Layer(random, 40, 30, 0), Layer(random, 30, 5, 2)], [4]);
        int[] frame = [.. Enumerable.Range(0, 40).Select(i => 3 * i)];
        Assert.True(network.Step(frame) > 0);
        var operations = network.Layers.Sum(layer => layer.Operations);
        Assert.Equal(0, network.Step(frame));
        Assert.Equal(operations, network.Layers.Sum(layer => layer.Operations));
    }

    [Fact]
    public void The_error_stays_within_its_bound_and_a_larger_threshold_sends_no_more()
    {
        var before = long.MaxValue;
        foreach (var threshold in new[] { 0, 1, 5, 20, 80 })
        {
            var (layer, random) = (Layer(new RandomStream(9, "weights"), 60, 25, threshold), new RandomStream(9, "frames"));
            var (frame, dense, bounds) = (new int[60], new long[25], new long[25]);
            layer.ErrorBounds(bounds);
            for (var n = 0; n < 100; n++)
            {
                foreach (ref var value in frame.AsSpan())
                    value = Math.Clamp(value + random.NextInt(21) - 10, 0, 255);
                layer.Step(frame);
                layer.Dense(frame, dense);
                for (var j = 0; j < 25; j++)
                    Assert.InRange(Math.Abs(layer.Sums[j] - dense[j]), 0, bounds[j]);
            }

            Assert.True(layer.Events <= before);
            before = layer.Events;
        }

        Assert.InRange(before, 1, 3000);
    }

    [Fact]
    public void A_network_larger_than_the_chip_is_refused()
    {
        var layer = new SigmaDeltaLayer(1, 3000, new int[3000], new int[3000], 0);
        Assert.Equal(3, new SigmaDeltaNetwork([layer], []).UsedCores);
        Assert.Contains("takes 3 cores", Assert.Throws<ArgumentException>(() => new SigmaDeltaNetwork([layer], [], cores: 2)).Message);
        Assert.Contains("threshold is -1", Assert.Throws<ArgumentException>(() => new SigmaDeltaLayer(1, 1, [1], [1], -1)).Message);
        Assert.Contains("at most 16 bits", Assert.Throws<ArgumentException>(() => new SigmaDeltaLayer(1, 1, [40000], [1], 0)).Message);
    }

    private static SigmaDeltaLayer Layer(RandomStream random, int inputs, int outputs, int threshold)
    {
        int[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextInt(255) - 127)];
        return new SigmaDeltaLayer(inputs, outputs, Numbers(inputs * outputs), Numbers(outputs), threshold);
    }
}
