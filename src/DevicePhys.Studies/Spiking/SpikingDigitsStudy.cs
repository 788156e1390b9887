using DevicePhys.Sampling;
using DevicePhys.Spiking.DiehlCook;
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
        var weights = new DiehlCookWeights(settings.Network, seed);
        var order = Order(data.Train.Count, seed, 0);
        var presentations = Learn(settings, data.Train, weights, seed, advance, options.CancellationToken);
        var labelled = data.Train.Take(order.AsSpan(0, Math.Min(settings.LabelImages, order.Length)));
        var tested = data.Test.Take([.. Enumerable.Range(0, Math.Min(settings.TestImages, data.Test.Count))]);
        var labels = new NeuronLabels(Responses.Of(settings.Network, weights, labelled, seed, "label spikes", advance, options).Spikes, labelled.Labels, weights.Neurons);
        var answers = Responses.Of(settings.Network, weights, tested, seed, "test spikes", advance, options);
        var (byAverage, byProportion) = (0, 0);
        for (var image = 0; image < tested.Count; image++)
        {
            var response = answers.Spikes.AsSpan(image * weights.Neurons, weights.Neurons);
            byAverage += labels.ByLabelAverage(response) == tested.Labels[image] ? 1 : 0;
            byProportion += labels.ByProportion(response) == tested.Labels[image] ? 1 : 0;
        }

        return new SpikingDigitsRun(
            seed, 100.0 * byAverage / tested.Count, 100.0 * byProportion / tested.Count, labels.Labels.Count(label => label >= 0), presentations,
            (double)answers.InputSpikes / tested.Count, (double)answers.Spikes.Sum() / tested.Count);
    }

    private static long Learn(SpikingDigitsSettings settings, DigitImages images, DiehlCookWeights weights, ulong seed, Action<int> advance, CancellationToken cancellation)
    {
        var (network, presentations) = (new DiehlCookNetwork(settings.Network, weights), 0L);
        int[] order = [];
        for (var n = 0; n < settings.Examples; n++)
        {
            if (n % images.Count == 0)
            {
                order = Order(images.Count, seed, n / images.Count);
            }

            presentations += network.Learn(images.Image(order[n % images.Count]), new RandomStream(seed, "training spikes", (ulong)n));
            if ((n + 1) % 100 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                advance(100);
            }
        }

        weights.Normalise((float)settings.Network.WeightSum);
        return presentations;
    }

    private static int[] Order(int count, ulong seed, int epoch)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        new RandomStream(seed, "training order", (ulong)epoch).Shuffle<int>(order);
        return order;
    }
}
