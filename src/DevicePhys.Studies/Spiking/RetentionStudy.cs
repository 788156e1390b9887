using DevicePhys.Sampling;
using DevicePhys.Spiking.Memory;
using DevicePhys.Studies.Data;

namespace DevicePhys.Studies.Spiking;

/// <summary>What losing bits costs a finished network: trained once per seed, then held in one memory after another.</summary>
/// <remarks>
/// Training happens in the memory of the settings, or with plain numbers. Neurons are labelled anew with the faulty weights, as a chip would be. Every
/// die is one seed's own: a seed has the same weak cells in every memory.
/// </remarks>
public static class RetentionStudy
{
    /// <summary>Trains every seed and tests it in every memory.</summary>
    /// <param name="settings">The training.</param>
    /// <param name="memories">The memories; the seed of the die in them is replaced by the seed of the run.</param>
    /// <param name="data">Training and test images.</param>
    /// <param name="store">Where networks and finished tests are kept, so that a stopped run can go on; null to keep none.</param>
    /// <param name="progress">Told the finished share, or null.</param>
    /// <param name="cancellation">Stops the study; what is kept stays.</param>
    /// <returns>A point for each memory, in their order.</returns>
    public static IReadOnlyList<RetentionPoint> Run(
        SpikingDigitsSettings settings, IReadOnlyList<SynapseMemorySettings> memories, DigitSet data, SpikingStore? store = null,
        IProgress<WorkProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(memories);
        ArgumentNullException.ThrowIfNull(data);
        settings.Check();
        foreach (var memory in memories)
        {
            memory.Validate();
        }

        var runs = new SpikingDigitsRun[settings.Seeds.Count, memories.Count];
        var (done, all) = (0L, (double)settings.Seeds.Count * (settings.Examples + ((long)memories.Count * settings.Shown(data))));
        var options = new ParallelOptions { MaxDegreeOfParallelism = settings.Threads, CancellationToken = cancellation };
        Parallel.For(0, settings.Seeds.Count, options, r =>
        {
            var learner = new SpikingLearner(settings, settings.Seeds[r]);
            learner.Learn(data.Train, store, Advance, cancellation);
            for (var m = 0; m < memories.Count; m++)
                runs[r, m] = store?.Outcome(learner.Seed, m, () => Test(learner, m), () => Advance(settings.Shown(data))) ?? Test(learner, m);
        });
        return [.. memories.Select((memory, m) => new RetentionPoint(memory, [.. settings.Seeds.Select((_, r) => runs[r, m])]))];

        SpikingDigitsRun Test(SpikingLearner learner, int m)
        {
            var weights = learner.Weights.Clone();
            var memory = new SynapseMemory(weights.Inputs, weights.Neurons, memories[m] with { Die = learner.Seed });
            memory.WriteBack(weights.Values, weights.Stride, new RandomStream(learner.Seed, "retention study"));
            return SpikingTest.Run(settings, learner, weights, memory, data, Advance, options);
        }

        void Advance(int images) => progress?.Report(new WorkProgress("spiking networks in memories", Interlocked.Add(ref done, images) / all));
    }
}
