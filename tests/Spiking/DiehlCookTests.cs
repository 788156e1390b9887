using DevicePhys.Sampling;
using DevicePhys.Spiking.DiehlCook;
using Xunit;

namespace DevicePhys.Tests.Spiking;

public sealed class DiehlCookTests
{
    private static readonly DiehlCookSettings Small = new() { Inputs = 100, Neurons = 21, WeightSum = 10 };

    [Fact]
    public void Vectors_and_plain_loops_learn_the_same_to_the_bit()
    {
        var (fast, plain) = (Network(false), Network(true));
        for (var image = 0; image < 6; image++)
        {
            var shown = fast.Learn(Image(image % 3), new RandomStream(4, "image", (ulong)image));
            Assert.Equal(plain.Learn(Image(image % 3), new RandomStream(4, "image", (ulong)image)), shown);
            Assert.InRange(fast.Spikes, Small.FewestSpikes, 1000);
            Assert.Equal(plain.Spikes, fast.Spikes);
        }

        Assert.Equal(plain.Weights.Values, fast.Weights.Values);
        Assert.Equal(plain.Weights.Adaptation, fast.Weights.Adaptation);

        static DiehlCookNetwork Network(bool plain) => new(Small, new DiehlCookWeights(Small, 3), plain);
    }

    // Images of thirds of the inputs; after learning, an image's own third weighs most in the neurons that answer to it.
    [Fact]
    public void Neurons_learn_the_image_they_answer_to()
    {
        var network = new DiehlCookNetwork(Small, new DiehlCookWeights(Small, 5));
        for (var n = 0; n < 150; n++)
            network.Learn(Image(n % 3), new RandomStream(6, "image", (ulong)n));
        network.Weights.Normalise((float)Small.WeightSum);
        for (var image = 0; image < 3; image++)
        {
            var answer = network.Respond(Image(image), new RandomStream(7, "image", (ulong)image)).ToArray();
            var winner = Array.IndexOf(answer, answer.Max());
            var own = Enumerable.Range(0, 99).Where(i => i / 33 == image).Sum(i => network.Weights.Row(i)[winner]);
            Assert.InRange(own / Small.WeightSum, 0.6, 1.001);
        }
    }

    [Fact]
    public void Weights_stay_between_0_and_1_and_sum_up_as_wished_and_padding_stays_empty()
    {
        var network = new DiehlCookNetwork(Small, new DiehlCookWeights(Small, 8));
        for (var n = 0; n < 20; n++)
            network.Learn(Image(n % 3), new RandomStream(9, "image", (ulong)n));
        Assert.All(network.Weights.Values, weight => Assert.InRange(weight, 0, 1));
        network.Weights.Normalise(10);
        for (var j = 0; j < network.Weights.Stride; j++)
            Assert.Equal(j < 21 ? 10 : 0, Enumerable.Range(0, 100).Sum(i => (double)network.Weights.Row(i)[j]), 1e-4);
    }

    [Fact]
    public void Responding_learns_nothing()
    {
        var weights = new DiehlCookWeights(Small, 10);
        var before = weights.Clone();
        new DiehlCookNetwork(Small, weights).Respond(Image(0), new RandomStream(1, "image"));
        Assert.Equal(before.Values, weights.Values);
        Assert.Equal(before.Adaptation, weights.Adaptation);
    }

    // Steady conductances: v = (Rest + g_e E_e + g_i E_i) / (1 + g_e + g_i); a huge inhibition neither overshoots nor blows up.
    [Theory]
    [InlineData(0.1, 0)]
    [InlineData(0.05, 0.3)]
    [InlineData(0, 5000)]
    public void A_neuron_goes_to_the_mean_of_its_reversal_potentials(double excitation, double inhibition)
    {
        var settings = Small with { Decay = (1e9, 1e9) };
        var layer = new ConductanceLayer(3, settings.Excitatory with { Threshold = 1 }, settings);
        layer.Excitation.AsSpan().Fill((float)excitation);
        layer.Inhibition.AsSpan().Fill((float)inhibition);
        var lowest = 0f;
        for (var step = 0; step < 5000; step++)
        {
            Assert.Equal(0, layer.Advance().Length);
            lowest = Math.Min(lowest, layer.Potentials[0]);
        }

        var expected = (-65 - (100 * inhibition)) / (1 + excitation + inhibition);
        Assert.Equal(expected, layer.Potentials[2], 2e-3);
        Assert.InRange(lowest, Math.Min(expected, -65) - 2e-3, 0);
    }

    [Fact]
    public void A_neuron_is_silent_for_its_refractory_time()
    {
        var settings = Small with { Decay = (1e9, 1e9) };
        var layer = new ConductanceLayer(1, settings.Excitatory, settings);
        layer.Excitation[0] = 1000;
        var spikes = Enumerable.Range(0, 100).Where(_ => layer.Advance().Length > 0).ToArray();

        // 5 ms are 10 steps of silence between two spikes.
        Assert.Equal(spikes.Skip(1).Select(_ => 11), spikes.Zip(spikes.Skip(1), (a, b) => b - a));
    }

    [Fact]
    public void Inputs_fire_with_the_rate_of_their_pixel_and_in_order()
    {
        var encoder = new RateEncoder(700);
        var (counts, firsts) = (new int[3], 0);
        for (var n = 0; n < 2000; n++)
        {
            encoder.Draw([0, 255, 51], 0.03, new RandomStream(2, "spikes", (ulong)n));
            for (var step = 0; step < 700; step++)
            {
                foreach (var cell in encoder.At(step))
                    counts[cell]++;
            }

            firsts += encoder.At(0).Length;
        }

        Assert.Equal(0, counts[0]);
        Assert.Equal(2000 * 700 * 0.03, counts[1], 5 * Math.Sqrt(2000 * 700 * 0.03));
        Assert.Equal(2000 * 700 * 0.006, counts[2], 5 * Math.Sqrt(2000 * 700 * 0.006));
        Assert.Equal(2000 * 0.036, firsts, 5 * Math.Sqrt(2000 * 0.036));
    }

    [Theory]
    [InlineData(0, 0.5e-3, "neurons")]
    [InlineData(10, -1e-3, "time step")]
    [InlineData(10, 5e-3, "more than one spike per step")]
    public void Settings_that_cannot_be_are_named(int neurons, double step, string named)
    {
        var settings = new DiehlCookSettings { Neurons = neurons, TimeStep = step };
        Assert.Contains(named, Assert.Throws<ArgumentException>(settings.Validate).Message);
    }

    private static byte[] Image(int third) => [.. Enumerable.Range(0, 100).Select(i => i / 33 == third ? (byte)255 : (byte)0)];
}
