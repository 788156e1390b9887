using DevicePhys.Sampling;
using DevicePhys.Spiking.DiehlCook;
using DevicePhys.Spiking.Memory;
using DevicePhys.Studies.Data;

namespace DevicePhys.Studies.Spiking;

/// <summary>One network that learns, with the memory its weights are written back to.</summary>
internal sealed class SpikingLearner
{
    private readonly SpikingDigitsSettings settings;
    private readonly DiehlCookNetwork network;

    public SpikingLearner(SpikingDigitsSettings settings, ulong seed)
    {
        (this.settings, Seed) = (settings, seed);
        network = new DiehlCookNetwork(settings.Network, new DiehlCookWeights(settings.Network, seed));
        if (settings.Memory is { } held)
        {
            Memory = new SynapseMemory(settings.Network.Inputs, settings.Network.Neurons, held);
        }
    }

    public ulong Seed { get; }

    public DiehlCookWeights Weights => network.Weights;

    public SynapseMemory? Memory { get; }

    /// <summary>Images shown, repeats included.</summary>
    public long Presentations { get; private set; }

    /// <summary>Input spikes.</summary>
    public long InputSpikes { get; private set; }

    public void Learn(DigitImages images, Action<int> advance, CancellationToken cancellation)
    {
        int[] order = [];
        for (var n = 0; n < settings.Examples; n++)
        {
            if (n % images.Count == 0)
            {
                order = Order(images.Count, Seed, n / images.Count);
            }

            Presentations += network.Learn(images.Image(order[n % images.Count]), new RandomStream(Seed, "training spikes", (ulong)n));
            InputSpikes += network.InputSpikes;
            Memory?.WriteBack(Weights.Values, Weights.Stride, new RandomStream(Seed, "write back", (ulong)n));
            if ((n + 1) % 100 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                advance(100);
            }
        }

        // As the next image would find them.
        Weights.Normalise((float)settings.Network.WeightSum);
        Memory?.WriteBack(Weights.Values, Weights.Stride, new RandomStream(Seed, "write back", (ulong)settings.Examples));
    }

    /// <summary>The order of an epoch's images.</summary>
    public static int[] Order(int count, ulong seed, int epoch)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        new RandomStream(seed, "training order", (ulong)epoch).Shuffle<int>(order);
        return order;
    }
}
