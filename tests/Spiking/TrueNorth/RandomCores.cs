using DevicePhys.Sampling;
using DevicePhys.Spiking.TrueNorth;

namespace DevicePhys.Tests.Spiking.TrueNorth;

/// <summary>Cores with everything chosen by chance: each of them mixes all modes.</summary>
internal static class RandomCores
{
    public static IReadOnlyList<CoreSettings> Of(ulong seed, int count, bool stochastic = true, bool small = false)
    {
        var random = new RandomStream(seed, "random cores");
        return [.. Enumerable.Range(0, count).Select(_ => Core(random, count, stochastic, small))];
    }

    private static CoreSettings Core(RandomStream random, int count, bool stochastic, bool small)
    {
        // From hardly anything connected to everything, from small weights that find thresholds to large ones that find the ends.
        var (density, scale, chance) = (1 + random.NextInt(100), 1 << random.NextInt(9), stochastic ? random.NextInt(4) : 0);
        var synapses = new ulong[256 * 4];
        for (var bit = 0; bit < 256 * 256; bit++)
            synapses[bit / 64] |= random.NextInt(100) < density ? 1UL << (bit % 64) : 0;
        return new CoreSettings(
            [.. Enumerable.Range(0, 256).Select(_ => (byte)random.NextInt(4))], synapses,
            [.. Enumerable.Range(0, 256).Select(_ => Neuron(random, scale, chance, small))],
            [.. Enumerable.Range(0, 256).Select(_ => new NeuronTarget(random.NextInt(count + 1) - 1, random.NextInt(256), 1 + random.NextInt(15)))])
        {
            Seed = random.NextUInt32(),
        };
    }

    private static CoreNeuron Neuron(RandomStream random, int scale, int chance, bool small)
    {
        int Signed(int limit) => random.NextInt((2 * limit) + 1) - limit;
        bool Seldom() => random.NextInt(4) < chance;
        var large = !small && random.NextInt(20) == 0;
        var wide = large ? (1 << 18) - 1 : 20 * scale;
        return new CoreNeuron
        {
            Weights = [.. Enumerable.Range(0, 4).Select(_ => Signed(Math.Min(255, scale)))],
            StochasticWeights = [.. Enumerable.Range(0, 4).Select(_ => Seldom() && random.NextInt(2) == 0)],
            Leak = random.NextInt(3) == 0 ? 0 : Signed(Math.Min(255, scale)),
            LeakReversal = random.NextInt(2) == 0,
            StochasticLeak = Seldom(),
            Threshold = random.NextInt(wide),
            ThresholdMask = Seldom() ? (large ? random.NextInt(1 << 18) : random.NextInt(1 << random.NextInt(10))) : 0,
            NegativeThreshold = random.NextInt(wide),
            Saturates = random.NextInt(2) == 0,
            Reset = (ResetMode)random.NextInt(3),
            ResetPotential = large ? Signed(CoreNeuron.Limit) : Signed(wide),
            InitialPotential = large ? Signed(CoreNeuron.Limit) : Signed(wide),
        };
    }
}
