using DevicePhys.Spiking.DiehlCook;
using DevicePhys.Spiking.Memory;
using DevicePhys.Studies.Data;

namespace DevicePhys.Studies.Spiking;

/// <summary>What an unsupervised spiking digit study does.</summary>
public sealed record SpikingDigitsSettings
{
    /// <summary>The network.</summary>
    public DiehlCookSettings Network { get; init; } = new();

    /// <summary>Training images shown while learning; more than there are begin anew, in another order.</summary>
    public int Examples { get; init; } = 60_000;

    /// <summary>Training images shown afterwards, to find out which digit each neuron answers to.</summary>
    public int LabelImages { get; init; } = 10_000;

    /// <summary>Test images; those beyond are left out.</summary>
    public int TestImages { get; init; } = 10_000;

    /// <summary>What the weights are written back to; null for weights that are just numbers.</summary>
    public ISynapseStoreSettings? Memory { get; init; }

    /// <summary>Images learnt from one write-back to the next; the changes in between are kept as numbers.</summary>
    public int WriteEvery { get; init; } = 1;

    /// <summary>The seeds; each one is a network of its own.</summary>
    public IReadOnlyList<ulong> Seeds { get; init; } = [1, 2, 3];

    /// <summary>How many threads work at a time; the result does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>How many images of a set a test shows: to label neurons, and to test them.</summary>
    internal int Shown(DigitSet data) => Math.Min(LabelImages, data.Train.Count) + Math.Min(TestImages, data.Test.Count);

    /// <summary>Says in one sentence what cannot be.</summary>
    /// <exception cref="ArgumentException">A setting is out of range; the message names it.</exception>
    public void Check()
    {
        Network.Validate();
        Memory?.Validate();
        TrainingLength.Check(Examples, Seeds, 1);
        foreach (var (value, name) in new[] { (LabelImages, "label images"), (TestImages, "test images"), (WriteEvery, "images from one write-back to the next"), (Threads, "threads") })
        {
            if (value < 1)
            {
                throw new ArgumentException($"{name}: {value} should be at least 1.");
            }
        }
    }
}
