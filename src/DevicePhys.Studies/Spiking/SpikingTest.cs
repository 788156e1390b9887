using DevicePhys.Spiking.DiehlCook;
using DevicePhys.Spiking.Memory;
using DevicePhys.Studies.Data;

namespace DevicePhys.Studies.Spiking;

/// <summary>Labels the neurons of a finished network by training images, reads the test images, and counts what both cost.</summary>
internal static class SpikingTest
{
    /// <param name="settings">The study.</param>
    /// <param name="learner">The network, and what it has cost so far.</param>
    /// <param name="weights">The weights to test: the network's own, or what a memory makes of them.</param>
    /// <param name="memory">What holds them, or null.</param>
    /// <param name="data">Labelled and tested images.</param>
    /// <param name="advance">Told how many images were shown.</param>
    /// <param name="options">Threads and cancellation.</param>
    public static SpikingDigitsRun Run(
        SpikingDigitsSettings settings, SpikingLearner learner, DiehlCookWeights weights, ISynapseStore? memory, DigitSet data, Action<int> advance, ParallelOptions options)
    {
        var seed = learner.Seed;
        var labelled = data.Train.Take(SpikingLearner.Order(data.Train.Count, seed, 0).AsSpan(0, Math.Min(settings.LabelImages, data.Train.Count)));
        var tested = data.Test.Take([.. Enumerable.Range(0, Math.Min(settings.TestImages, data.Test.Count))]);
        var labels = new NeuronLabels(Responses.Of(settings.Network, weights, labelled, seed, "label spikes", advance, options).Spikes, labelled.Labels, weights.Neurons);
        var answers = Responses.Of(settings.Network, weights, tested, seed, "test spikes", advance, options);
        var (byAverage, confusion) = (0, new int[100]);
        for (var image = 0; image < tested.Count; image++)
        {
            var response = answers.Spikes.AsSpan(image * weights.Neurons, weights.Neurons);
            byAverage += labels.ByLabelAverage(response) == tested.Labels[image] ? 1 : 0;
            confusion[(10 * tested.Labels[image]) + labels.ByProportion(response)]++;
        }

        return new SpikingDigitsRun(
            seed, 100.0 * byAverage / tested.Count, 100.0 * Enumerable.Range(0, 10).Sum(digit => confusion[11 * digit]) / tested.Count, labels.Labels, confusion, learner.Presentations,
            (double)answers.InputSpikes / tested.Count, (double)answers.Spikes.Sum() / tested.Count,
            Price(settings.Network, memory, answers.InputSpikes, answers.Presentations, 0, 0, tested.Count),
            Price(settings.Network, learner.Memory, learner.InputSpikes, learner.Presentations, learner.Memory?.WriteBacks ?? 0, learner.Memory?.Writes ?? 0, settings.Examples),
            (learner.Memory?.Writes ?? 0) / (double)settings.Examples);
    }

    private static MemoryPrice? Price(DiehlCookSettings network, ISynapseStore? memory, long inputSpikes, long presentations, long writeBacks, long writes, int images)
    {
        if (memory is null)
        {
            return null;
        }

        var (time, steps) = (network.Presentation * presentations / images, network.Presentation / network.TimeStep * presentations / images);
        return memory.Price(new SpikingWork(network.Neurons, (double)inputSpikes / images, 2 * network.Neurons * steps, (double)writeBacks / images, (double)writes / images, time));
    }
}
