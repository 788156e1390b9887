using DevicePhys.Sampling;
using DevicePhys.Spiking.TrueNorth;
using MathNet.Numerics.Distributions;
using Xunit;

namespace DevicePhys.Tests.Spiking.TrueNorth;

public sealed class TrueNorthTests
{
    [Fact] // 512 cores of 256 neurons, each neuron a configuration of its own; the longest delay is 15 ticks.
    public void Meshes_with_every_mode_are_bit_for_bit_those_of_the_equations() =>
        Parallel.For(0, 128, new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed => Compare((ulong)seed, cores: 4, ticks: 20));

    [Fact]
    public void Deterministic_cores_that_are_left_alone_are_those_of_the_equations_after_they_have_come_to_rest() =>
        Compare(7, cores: 4, ticks: 300, stochastic: false, input: 0.01);

    [Fact] // Without large numbers and chance potentials have 16 bits, until they leave their reach or the input does.
    public void Cores_of_small_numbers_are_bit_for_bit_those_of_the_equations() =>
        Parallel.For(0, 32, new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed => Compare((ulong)seed, cores: 2, ticks: 25, stochastic: false, small: true));

    private static void Compare(ulong seed, int cores, int ticks, bool stochastic = true, double input = 1, bool small = false)
    {
        var settings = RandomCores.Of(seed, cores, stochastic, small);
        var (fast, plain) = (new TrueNorthMesh(2, settings, threads: 1 + (int)(seed % 2)), new PlainMesh(2, settings));
        var random = new RandomStream(seed, "input");
        var spikes = 0L;
        for (var tick = 0; tick < ticks; tick++)
        {
            var count = random.NextDouble() < input ? random.NextInt(80) : 0;
            for (var k = 0; k < count; k++)
            {
                var (core, axon, delay) = (random.NextInt(cores), random.NextInt(256), random.NextInt(16));
                fast.Inject(core, axon, delay);
                plain.Inject(core, axon, delay);
            }

            fast.Step();
            plain.Step();
            spikes += plain.Spikes.Count;
            for (var core = 0; core < cores; core++)
            {
                Assert.True(fast.Potentials(core).SequenceEqual(plain.Potentials[core]), $"seed {seed}, tick {tick}, core {core}");
                var fired = fast.Spikes(core).ToArray();
                Assert.Equal(plain.Spikes.Where(s => s.Core == core).Select(s => s.Neuron), Enumerable.Range(0, 256).Where(j => (fired[j / 64] >> (j % 64) & 1) != 0));
            }
        }

        Assert.Equal((spikes, plain.Hops, plain.Synapses, (long)ticks * cores * 256), (fast.Work.Spikes, fast.Work.Hops, fast.Work.Synapses, fast.Work.NeuronSteps));
    }

    [Fact] // 8 bits: |s| >= rho with the chance (|s| + 1)/256; 20,000 ticks, so 5 standard deviations of a binomial.
    public void A_stochastic_synapse_works_as_often_as_its_weight_says()
    {
        const int ticks = 20000, weight = 99;
        var mesh = new TrueNorthMesh(1, [One(new CoreNeuron { Weights = [weight, 0, 0, 0], StochasticWeights = [true, false, false, false], Threshold = (1 << 18) - 1 })]);
        for (var tick = 0; tick < ticks; tick++)
        {
            mesh.Inject(0, 0);
            mesh.Step();
        }

        const double p = (weight + 1) / 256.0;
        Assert.InRange(mesh.Potentials(0)[0], (ticks * p) - (5 * Math.Sqrt(ticks * p * (1 - p))), (ticks * p) + (5 * Math.Sqrt(ticks * p * (1 - p))));
    }

    [Fact] // eta uniform on 0 to 63, V held at 40 above the threshold of 20: a spike with the chance of eta <= 20, 21/64.
    public void A_stochastic_threshold_fires_as_often_as_its_mask_says()
    {
        const int ticks = 20000;
        var mesh = new TrueNorthMesh(1, [One(new CoreNeuron { Threshold = 20, ThresholdMask = 63, Reset = ResetMode.None, InitialPotential = 40, Weights = [0, 0, 0, 0] })]);
        for (var tick = 0; tick < ticks; tick++)
            mesh.Step();
        const double p = 21 / 64.0;
        var z = (mesh.Work.Spikes - (ticks * p)) / Math.Sqrt(ticks * p * (1 - p));
        Assert.InRange(z, Normal.InvCDF(0, 1, 1e-6), -Normal.InvCDF(0, 1, 1e-6));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    public void A_spike_arrives_after_its_delay(int delay)
    {
        var core = One(new CoreNeuron { Weights = [1, 0, 0, 0], Threshold = 1 }) with { Targets = [new NeuronTarget(0, 0, delay), .. Enumerable.Repeat(NeuronTarget.Outside, 255)] };
        var mesh = new TrueNorthMesh(1, [core]);
        mesh.Inject(0, 0);
        var fired = new List<int>();
        for (var tick = 0; tick < 3 * delay; tick++)
        {
            mesh.Step();
            if (mesh.Spikes(0)[0] != 0)
                fired.Add(tick);
        }

        Assert.Equal([0, delay, 2 * delay], fired);
    }

    [Fact]
    public void Settings_that_cannot_be_are_one_sentence()
    {
        var core = One(new CoreNeuron());
        Says("0 cores", () => new TrueNorthMesh(1, []), "The number of cores is 0: at least 1 is expected.");
        Says("no neurons", () => new TrueNorthMesh(1, [core with { Neurons = [] }]), "A core has 256 axon types, 1024 words of synapses, 0 neurons and 256 targets: 256, 1024, 256 and 256 are expected.");
        Says("width", () => new TrueNorthMesh(2, [core]), "1 cores do not fill a mesh 2 wide: a multiple of it is expected.");
        Says("weight", () => new TrueNorthMesh(1, [One(new CoreNeuron { Weights = [256, 0, 0, 0] })]), "The weight of a neuron is 256: -255 to 255 is expected.");
        Says("threshold", () => new TrueNorthMesh(1, [One(new CoreNeuron { Threshold = -1 })]), "The threshold of a neuron is -1: 0 to 262143 is expected.");
        Says("delay", () => new TrueNorthMesh(1, [core with { Targets = [new NeuronTarget(0, 0, 0), .. core.Targets.Skip(1)] }]), "The delay of a neuron is 0: 1 to 15 is expected.");
        var mesh = new TrueNorthMesh(1, [core]);
        Assert.Equal("The axon is 256: an index from 0 to 255 is expected.", Assert.Throws<ArgumentException>(() => mesh.Inject(0, 256)).Message);

        static void Says(string what, Func<object> action, string sentence) => Assert.Equal((what, sentence), (what, Assert.Throws<ArgumentException>(action).Message));
    }

    // One neuron that axon 0 reaches; the others never fire.
    private static CoreSettings One(CoreNeuron neuron)
    {
        var synapses = new ulong[1024];
        synapses[0] = 1;
        return new CoreSettings(new byte[256], synapses, [neuron, .. Enumerable.Repeat(new CoreNeuron { Threshold = 9 }, 255)], [.. Enumerable.Repeat(NeuronTarget.Outside, 256)]);
    }
}
