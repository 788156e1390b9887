using DevicePhys.Studies.Data;

namespace DevicePhys.Studies.Spiking;

/// <summary>Digits learnt without a teacher by a network of spiking neurons, over several seeds.</summary>
/// <remarks>
/// Three passes: training images are learnt; training images are shown to the finished network to label its neurons; test images are shown and read
/// off by those labels. Every image has a random stream of its own, so results do not depend on threads.
/// </remarks>
public static class SpikingDigitsStudy
{
    /// <summary>Runs every seed.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="data">Training and test images of as many pixels as the network has inputs.</param>
    /// <param name="progress">Told the finished share, or null.</param>
    /// <param name="cancellation">Stops the study.</param>
    /// <returns>The outcome of each seed, in their order.</returns>
    public static IReadOnlyList<SpikingDigitsRun> Run(
        SpikingDigitsSettings settings, DigitSet data, IProgress<WorkProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(data);
        settings.Check();
        var runs = new SpikingDigitsRun[settings.Seeds.Count];
        var (done, all) = (0L, (double)runs.Length * (settings.Examples + Math.Min(settings.LabelImages, data.Train.Count) + Math.Min(settings.TestImages, data.Test.Count)));
        var options = new ParallelOptions { MaxDegreeOfParallelism = settings.Threads, CancellationToken = cancellation };
        Parallel.For(0, runs.Length, options, r => runs[r] = RunSeed(settings, data, settings.Seeds[r], Advance, options));
        return runs;

        void Advance(int images) => progress?.Report(new WorkProgress("spiking network", Interlocked.Add(ref done, images) / all));
    }

    private static SpikingDigitsRun RunSeed(SpikingDigitsSettings settings, DigitSet data, ulong seed, Action<int> advance, ParallelOptions options)
    {
        var learner = new SpikingLearner(settings, seed);
        learner.Learn(data.Train, advance, options.CancellationToken);
        return SpikingTest.Run(settings, learner, learner.Weights, learner.Memory, data, advance, options);
    }
}
