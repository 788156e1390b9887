using DevicePhys.Sampling;
using DevicePhys.Spiking.DiehlCook;
using DevicePhys.Spiking.Memory;
using DevicePhys.Studies.Data;
using DevicePhys.Tables;

namespace DevicePhys.Studies.Spiking;

/// <summary>One network that learns, with the memory its weights are written back to.</summary>
internal sealed class SpikingLearner
{
    private const int Stretch = 100, BetweenSaves = 5000;

    private readonly SpikingDigitsSettings settings;
    private readonly DiehlCookNetwork network;
    private int learnt;
    private bool finished;

    public SpikingLearner(SpikingDigitsSettings settings, ulong seed)
    {
        (this.settings, Seed) = (settings, seed);
        network = new DiehlCookNetwork(settings.Network, new DiehlCookWeights(settings.Network, seed));
        Memory = settings.Memory?.Create(settings.Network.Inputs, settings.Network.Neurons, seed);
    }

    public ulong Seed { get; }

    public DiehlCookWeights Weights => network.Weights;

    public ISynapseStore? Memory { get; }

    /// <summary>Images shown, repeats included.</summary>
    public long Presentations { get; private set; }

    /// <summary>Input spikes.</summary>
    public long InputSpikes { get; private set; }

    /// <summary>Learns all images, or those that are left.</summary>
    /// <param name="images">The training images.</param>
    /// <param name="store">Where it is kept how far the network has come, now and then and when it is stopped; null to keep nothing.</param>
    /// <param name="advance">Told how many images were learnt.</param>
    /// <param name="cancellation">Stops it between two images.</param>
    public void Learn(DigitImages images, SpikingStore? store, Action<int> advance, CancellationToken cancellation)
    {
        store?.Restore(this);
        advance(learnt);
        int[] order = [];
        for (var (n, first) = (learnt, learnt); n < settings.Examples; n++)
        {
            if (n == first || n % images.Count == 0)
            {
                order = Order(images.Count, Seed, n / images.Count);
            }

            Presentations += network.Learn(images.Image(order[n % images.Count]), new RandomStream(Seed, "training spikes", (ulong)n));
            InputSpikes += network.InputSpikes;
            learnt = n + 1;
            if (learnt % settings.WriteEvery == 0)
                WriteBack(n);
            if (learnt % Stretch == 0)
            {
                advance(Stretch);
                Keep(store, cancellation);
            }
        }

        if (finished)
            return;

        // As the next image would find them.
        Weights.Normalise((float)settings.Network.WeightSum);
        WriteBack(settings.Examples);
        finished = true;
        store?.Save(this);
    }

    /// <summary>All that the rest of the learning depends on, and what has been counted so far.</summary>
    public IReadOnlyList<KeyValuePair<string, NpyArray>> State() =>
    [
        new("progress", NpyArray.Of([learnt, finished ? 1.0 : 0, Presentations, InputSpikes])),
        new("weights", NpyArray.Of(Weights.Values, Weights.Inputs, Weights.Stride)),
        new("adaptation", NpyArray.Of(Weights.Adaptation)),
        .. Memory?.State() ?? [],
    ];

    /// <summary>Goes on from a state of the same study; one that does not fit is left alone.</summary>
    public void Restore(IReadOnlyDictionary<string, NpyArray> state)
    {
        if (NpyArray.Find<double>(state, "progress", 4) is not { } progress || NpyArray.Find<float>(state, "weights", Weights.Values.Length) is not { } weights
            || NpyArray.Find<float>(state, "adaptation", Weights.Adaptation.Length) is not { } adaptation || Memory?.Restore(state) == false)
        {
            return;
        }

        (learnt, finished, Presentations, InputSpikes) = ((int)progress[0], progress[1] > 0, (long)progress[2], (long)progress[3]);
        weights.CopyTo(Weights.Values, 0);
        adaptation.CopyTo(Weights.Adaptation, 0);
    }

    /// <summary>The order of an epoch's images.</summary>
    public static int[] Order(int count, ulong seed, int epoch)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        new RandomStream(seed, "training order", (ulong)epoch).Shuffle<int>(order);
        return order;
    }

    private void WriteBack(int index) => Memory?.WriteBack(Weights.Values, Weights.Stride, new RandomStream(Seed, "write back", (ulong)index));

    private void Keep(SpikingStore? store, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested || learnt % BetweenSaves == 0)
            store?.Save(this);
        cancellation.ThrowIfCancellationRequested();
    }
}
