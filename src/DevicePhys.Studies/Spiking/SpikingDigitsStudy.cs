using DevicePhys.Studies.Data;

namespace DevicePhys.Studies.Spiking;

/// <summary>Digits learnt without a teacher by a network of spiking neurons, over several seeds.</summary>
/// <remarks>
/// Three passes: training images are learnt; training images are shown to the finished network to label its neurons; test images are shown and read
/// off by those labels. Every image has a random stream of its own, so results depend neither on threads nor on interruptions.
/// </remarks>
public static class SpikingDigitsStudy
{
    /// <summary>Runs every seed.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="data">Training and test images of as many pixels as the network has inputs.</param>
    /// <param name="store">Where networks are kept, so that a stopped run can go on; null to keep none.</param>
    /// <param name="progress">Told the finished share, or null.</param>
    /// <param name="cancellation">Stops the study; what is kept stays.</param>
    /// <returns>The outcome of each seed, in their order, and the network of the first.</returns>
    public static SpikingDigitsResult Run(
        SpikingDigitsSettings settings, DigitSet data, SpikingStore? store = null, IProgress<WorkProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(data);
        settings.Check();
        var (runs, learners) = (new SpikingDigitsRun[settings.Seeds.Count], new SpikingLearner[settings.Seeds.Count]);
        var (done, all) = (0L, (double)runs.Length * (settings.Examples + settings.Shown(data)));
        var options = new ParallelOptions { MaxDegreeOfParallelism = settings.Threads, CancellationToken = cancellation };
        Parallel.For(0, runs.Length, options, r =>
        {
            var learner = learners[r] = new SpikingLearner(settings, settings.Seeds[r]);
            learner.Learn(data.Train, store, Advance, cancellation);
            runs[r] = store?.Outcome(learner.Seed, 0, Test, () => Advance(settings.Shown(data))) ?? Test();

            SpikingDigitsRun Test() => SpikingTest.Run(settings, learner, learner.Weights, learner.Memory, data, Advance, options);
        });
        return new SpikingDigitsResult(settings, runs, learners[0].Weights);

        void Advance(int images) => progress?.Report(new WorkProgress("spiking network", Interlocked.Add(ref done, images) / all));
    }
}
