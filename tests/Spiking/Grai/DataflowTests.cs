using DevicePhys.Sampling;
using DevicePhys.Spiking.Grai;
using Xunit;

namespace DevicePhys.Tests.Spiking.Grai;

public sealed class DataflowTests
{
    [Fact]
    public void With_a_threshold_of_0_every_frame_is_the_dense_result()
    {
        for (var seed = 0UL; seed < 60; seed++)
        {
            var (layers, random) = Network(seed);
            var network = new DataflowNetwork(layers, 0);
            foreach (var frame in Frames(random, layers[0].Inputs, 8))
            {
                network.Show(frame);
                var dense = Dense(layers, frame);
                for (var layer = 0; layer < layers.Length; layer++)
                    Assert.True(network.Sums(layer).SequenceEqual(dense[layer]), $"seed {seed}, layer {layer}");
            }
        }
    }

    [Fact]
    public void An_equal_frame_costs_no_event_whatever_the_threshold()
    {
        for (var seed = 0UL; seed < 40; seed++)
        {
            var (layers, random) = Network(seed);
            var network = new DataflowNetwork(layers, (int)seed % 20);
            foreach (var frame in Frames(random, layers[0].Inputs, 5))
            {
                network.Show(frame);
                var again = network.Show(frame);
                Assert.Equal((0, 0, 0, 0), (again.Events, again.Synapses, again.Evaluations, again.Hops));
                Assert.True(again.DenseSynapses > 0);
            }
        }
    }

    // Layer 0: below theta × sum of |w|. Further: what is told is wrong by less than theta and by what the activation makes of the sum's own error, which a shift of k bits divides by 2^k, rounded up.
    [Fact]
    public void The_error_stays_within_the_bound_of_the_threshold()
    {
        var largest = 0.0;
        for (var seed = 0UL; seed < 60; seed++)
        {
            var (layers, random) = Network(seed);
            var theta = 1 + random.NextInt(60);
            var network = new DataflowNetwork(layers, theta);
            foreach (var frame in Frames(random, layers[0].Inputs, 10))
            {
                network.Show(frame);
                var dense = Dense(layers, frame);
                var before = new long[layers[0].Inputs];
                for (var layer = 0; layer < layers.Length; layer++)
                {
                    var (current, bound) = (layers[layer], new long[layers[layer].Outputs]);
                    for (var j = 0; j < current.Outputs; j++)
                    {
                        for (var i = 0; i < current.Inputs; i++)
                            bound[j] += Math.Abs((int)current.Weights.Span[(i * current.Outputs) + j]) * (theta - 1 + before[i]);
                        var error = Math.Abs((long)network.Sums(layer)[j] - dense[layer][j]);
                        Assert.True(error <= bound[j], $"seed {seed}, layer {layer}, neuron {j}: {error} beyond {bound[j]}");
                        largest = Math.Max(largest, bound[j] == 0 ? 0 : (double)error / bound[j]);
                    }

                    before = [.. bound.Select(b => (b + (1L << current.Shift) - 1) >> current.Shift)];
                }
            }
        }

        // A bound that nothing comes near would say nothing.
        Assert.InRange(largest, 0.3, 1);
    }

    [Fact]
    public void A_moving_picture_costs_fewer_events_with_a_larger_threshold_and_fewer_operations_than_a_dense_network()
    {
        var (layers, random) = Network(3);
        var frames = Frames(random, layers[0].Inputs, 50).ToArray();
        long? before = null;
        foreach (var theta in new[] { 0, 10, 40, 100 })
        {
            var network = new DataflowNetwork(layers[..1], theta);
            foreach (var frame in frames)
                network.Show(frame);
            Assert.True(network.Work.Events <= (before ?? long.MaxValue));
            Assert.True(network.Work.Synapses <= network.Work.DenseSynapses);
            Assert.Equal(network.Work.Events * layers[0].Outputs, network.Work.Synapses);
            before = network.Work.Events;
        }
    }

    [Fact] // 196 × 1,024 = 200,704 neurons (Linley 2019).
    public void The_chip_has_196_cores_and_no_more()
    {
        static DataflowLayer Wide(int inputs, int outputs) => new(inputs, outputs, new sbyte[inputs * outputs], new int[outputs], 0);
        var network = new DataflowNetwork([Wide(1, 100), Wide(100, 199_680)], 0);
        var work = network.Show([0]);
        Assert.Equal(0, work.Events);
        var refused = Assert.Throws<ArgumentException>(() => new DataflowNetwork([Wide(1, 100), Wide(100, 199_681)], 0));
        Assert.Equal("The layers take 197 cores of 1024 neurons: at most 196 are expected.", refused.Message);
    }

    [Fact]
    public void An_event_goes_once_to_each_core_of_the_next_layer_along_the_mesh()
    {
        // A layer on core 0, the next on cores 1 and 2: 1 + 2 steps.
        sbyte[] ones = [.. Enumerable.Repeat((sbyte)1, 2000)];
        var network = new DataflowNetwork([new(1, 1, ones.AsMemory(0, 1), new int[1], 0), new(1, 2000, ones, new int[2000], 0)], 0);
        var work = network.Show([5]);
        Assert.Equal((2, 2001, 1, 2001, 3, 3), (work.Events, work.Synapses, work.Evaluations, work.DenseSynapses, work.Copies, work.Hops));
    }

    [Fact]
    public void Settings_that_cannot_be_are_one_sentence()
    {
        var layer = new DataflowLayer(2, 3, new sbyte[6], new int[3], 0);
        Says(() => new DataflowNetwork([], 0), "The number of layers is 0: at least 1 is expected.");
        Says(() => new DataflowNetwork([layer], -1), "The threshold of the events is -1: at least 0 is expected.");
        Says(() => new DataflowNetwork([layer with { Outputs = 0 }], 0), "The number of neurons of a layer is 0: at least 1 is expected.");
        Says(() => new DataflowNetwork([layer with { Bias = new int[2] }], 0), "A layer of 3 neurons has 2 biases: one for each is expected.");
        Says(() => new DataflowNetwork([layer, layer], 0), "Layer 1 has 2 inputs: 3, the neurons of the layer before, are expected.");
        Says(() => new DataflowNetwork([layer], 0).Show([1]), "The frame has 1 values: 2, one for each input, are expected.");
        Says(() => new DataflowNetwork([layer], 0).Show([1, 40000]), "A value of the frame is beyond 4095: at most that is expected.");

        static void Says(Func<object> action, string sentence) => Assert.Equal(sentence, Assert.Throws<ArgumentException>(action).Message);
    }

    private static (DataflowLayer[] Layers, RandomStream Random) Network(ulong seed)
    {
        var random = new RandomStream(seed, "dataflow network");
        int[] sizes = [.. Enumerable.Range(0, 3 + random.NextInt(2)).Select(_ => 1 + random.NextInt(90))];
        DataflowLayer[] layers = [.. sizes.Zip(sizes.Skip(1), (inputs, outputs) => new DataflowLayer(
            inputs, outputs, Enumerable.Range(0, inputs * outputs).Select(_ => (sbyte)(random.NextInt(255) - 127)).ToArray(),
            Enumerable.Range(0, outputs).Select(_ => random.NextInt(20001) - 10000).ToArray(), 4 + random.NextInt(6)))];
        return (layers, random);
    }

    // A walk: every value moves on a little, some stay.
    private static IEnumerable<int[]> Frames(RandomStream random, int size, int count)
    {
        var frame = new int[size];
        for (var k = 0; k < count; k++)
        {
            frame = [.. frame.Select(value => random.NextInt(3) == 0 ? value : Math.Clamp(value + random.NextInt(201) - 100, -255, 255))];
            yield return frame;
        }
    }

    private static int[][] Dense(DataflowLayer[] layers, int[] frame)
    {
        var (sums, values) = (new int[layers.Length][], frame);
        for (var layer = 0; layer < layers.Length; layer++)
        {
            var current = layers[layer];
            sums[layer] = [.. Enumerable.Range(0, current.Outputs).Select(j => current.Bias.Span[j] + Enumerable.Range(0, current.Inputs).Sum(i => current.Weights.Span[(i * current.Outputs) + j] * values[i]))];
            values = [.. sums[layer].Select(sum => Math.Min(Math.Max(sum, 0) >> current.Shift, 4095))];
        }

        return sums;
    }
}
