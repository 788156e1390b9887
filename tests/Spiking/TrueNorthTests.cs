using DevicePhys.Sampling;
using DevicePhys.Spiking.TrueNorth;
using Xunit;

namespace DevicePhys.Tests.Spiking;

public sealed class TrueNorthTests
{
    private const int Size = TrueNorthCore.Size;

    // Every mode, at random, in every neuron; a few hundred cores in all, each for some ticks of random input.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_fast_tick_is_the_plain_one_to_the_bit_in_all_modes(bool stochastic)
    {
        Span<ulong> a = stackalloc ulong[4], b = stackalloc ulong[4];
        var fired = 0;
        for (var seed = 1u; seed <= 60; seed++)
        {
            var random = new RandomStream(seed, "core");
            var (fast, plain) = (Core(random, seed, stochastic), Core(new RandomStream(seed, "core"), seed, stochastic));
            for (var tick = 0; tick < 12; tick++)
            {
                var axons = Axons(random, tick % 4 == 3 ? 0 : 10);
                fast.Tick(axons, a);
                plain.TickPlain(axons, b);
                Assert.Equal(b.ToArray(), a.ToArray());
                Assert.Equal(plain.Membranes, fast.Membranes);
                fired += a.ToArray().Sum(word => System.Numerics.BitOperations.PopCount(word));
            }
        }

        Assert.InRange(fired, 1000, 60 * 12 * Size / 2);
    }

    [Fact]
    public void A_settled_core_is_left_alone_and_wakes_up_again()
    {
        var core = new TrueNorthCore(new byte[Size], Crossings((0, 7)), [.. Enumerable.Repeat(new TrueNorthNeuron { Threshold = 2 }, Size)], 1);
        var spikes = new ulong[4];
        for (var tick = 0; tick < 10; tick++)
            core.Tick([0, 0, 0, 0], spikes);
        Assert.Equal(1, core.ActiveTicks);
        core.Tick([1, 0, 0, 0], spikes);
        Assert.Equal(1, core.Membranes[7]);
        core.Tick([1, 0, 0, 0], spikes);
        Assert.Equal(1UL << 7, spikes[0]);
        Assert.Equal((0, 2L), (core.Membranes[7], core.Events));
    }

    // A neuron that stays above its threshold fires at every tick although nothing moves.
    [Fact]
    public void A_neuron_that_does_not_reset_fires_on()
    {
        var core = new TrueNorthCore(new byte[Size], Crossings((0, 3)), [.. Enumerable.Repeat(new TrueNorthNeuron { Reset = TrueNorthReset.None }, Size)], 1);
        var spikes = new ulong[4];
        core.Tick([1, 0, 0, 0], spikes);
        for (var tick = 0; tick < 5; tick++)
        {
            core.Tick([0, 0, 0, 0], spikes);
            Assert.Equal(8UL, spikes[0]);
        }
    }

    // Mean rates: a stochastic weight s adds 1 with the chance (s + 1)/256; a threshold mask of 3 bits raises the threshold by 0 to 7.
    [Fact]
    public void Chances_have_their_closed_form()
    {
        const int Ticks = 4000;
        var neurons = Enumerable.Range(0, Size).Select(n => n < 128
            ? new TrueNorthNeuron { Weights = [63, 1, 1, 1], StochasticWeights = [true, false, false, false], Threshold = 1 }
            : new TrueNorthNeuron { Weights = [4, 1, 1, 1], Threshold = 1, ThresholdMask = 7, Reset = TrueNorthReset.Value }).ToArray();
        var core = new TrueNorthCore(new byte[Size], Crossings([.. Enumerable.Range(0, Size).Select(n => (0, n))]), neurons, 77);
        var (spikes, low) = (new ulong[4], 0);
        for (var tick = 0; tick < Ticks; tick++)
        {
            core.Tick([1, 0, 0, 0], spikes);
            low += System.Numerics.BitOperations.PopCount(spikes[0]) + System.Numerics.BitOperations.PopCount(spikes[1]);
        }

        Assert.Equal(0.25, low / (128.0 * Ticks), 5 * Math.Sqrt(0.25 * 0.75 / (128.0 * Ticks)));
    }

    [Fact]
    public void Spikes_travel_through_the_mesh_with_their_delay_and_hops_are_counted_and_threads_change_nothing()
    {
        foreach (var threads in new[] { 1, 3 })
        {
            var neuron = new TrueNorthNeuron();
            var cores = Enumerable.Range(0, 6).Select(_ => new TrueNorthCore(new byte[Size], Crossings((0, 0)), [.. Enumerable.Repeat(neuron, Size)], 1)).ToArray();
            var targets = Enumerable.Range(0, 6 * Size).Select(n => new TrueNorthTarget(n / Size == 5 ? -1 : 5, 0, 4)).ToArray();
            var mesh = new TrueNorthMesh(3, cores, targets);
            mesh.Inject(0, 0);
            var left = new List<long>();
            for (var tick = 0; tick < 8; tick++)
            {
                mesh.Tick(threads);
                if (mesh.Leaving.Count > 0)
                    left.Add(mesh.Ticks - 1);
            }

            // Core 0 fires in tick 0, core 5 in tick 4; from (0, 0) to (2, 1) are three hops.
            Assert.Equal([4L], left);
            Assert.Equal((2L, 3L), (mesh.Spikes, mesh.Hops));
        }
    }

    [Fact]
    public void What_cannot_be_is_named()
    {
        Assert.Contains("its leak is 256", Assert.Throws<ArgumentException>(() => new TrueNorthNeuron { Leak = 256 }.Validate("Neuron 3")).Message);
        Assert.Contains("type of axon 0 is 4", Assert.Throws<ArgumentException>(
            () => new TrueNorthCore([.. Enumerable.Repeat((byte)4, Size)], new ulong[4 * Size], [.. Enumerable.Repeat(new TrueNorthNeuron(), Size)], 1)).Message);
        var core = new TrueNorthCore(new byte[Size], new ulong[4 * Size], [.. Enumerable.Repeat(new TrueNorthNeuron(), Size)], 1);
        Assert.Contains("after 16 ticks", Assert.Throws<ArgumentException>(() => new TrueNorthMesh(1, [core], [.. Enumerable.Repeat(new TrueNorthTarget(0, 0, 16), Size)])).Message);
    }

    private static ulong[] Crossings(params (int Axon, int Neuron)[] pairs)
    {
        var crossings = new ulong[4 * Size];
        foreach (var (axon, neuron) in pairs)
            crossings[(4 * axon) + (neuron / 64)] |= 1UL << (neuron % 64);
        return crossings;
    }

    private static TrueNorthCore Core(RandomStream random, uint seed, bool stochastic)
    {
        var crossings = new ulong[4 * Size];
        foreach (ref var word in crossings.AsSpan())
            word = ((ulong)random.NextUInt32() << 32) | random.NextUInt32();
        byte[] types = [.. Enumerable.Range(0, Size).Select(_ => (byte)random.NextInt(4))];
        bool Coin() => random.NextInt(2) == 0;
        int Whole(int most) => random.NextInt((2 * most) + 1) - most;
        bool Chance() => stochastic && random.NextInt(3) == 0;
        var neurons = Enumerable.Range(0, Size).Select(_ => new TrueNorthNeuron
        {
            Weights = [Whole(255), Whole(255), Whole(9), Whole(9)], StochasticWeights = [Chance(), Chance(), Chance(), Chance()], Leak = Whole(40), StochasticLeak = Chance(),
            LeakReversal = Coin(), Threshold = random.NextInt(800), NegativeThreshold = random.NextInt(800), ThresholdMask = Chance() ? random.NextInt(1024) : 0,
            Reset = (TrueNorthReset)random.NextInt(3), Saturates = Coin(), ResetValue = Whole(300), First = Whole(Coin() ? 500 : TrueNorthNeuron.Most),
        }).ToArray();
        return new TrueNorthCore(types, crossings, neurons, seed);
    }

    private static ulong[] Axons(RandomStream random, int active)
    {
        var axons = new ulong[4];
        for (var k = 0; k < active; k++)
        {
            var axon = random.NextInt(Size);
            axons[axon / 64] |= 1UL << (axon % 64);
        }

        return axons;
    }
}
