using DevicePhys.Sampling;
using DevicePhys.Spiking;
using DevicePhys.Spiking.Connections;
using DevicePhys.Spiking.Monitors;
using DevicePhys.Spiking.Neurons;

namespace DevicePhys.Studies.Spiking;

/// <summary>Spikes against neurons for several ratios of synapses to neurons, in a random network of excitation and inhibition.</summary>
/// <remarks>
/// The network is the current-based benchmark of Brette et al., J. Comput. Neurosci. 23, 349 (2007): four fifths of the neurons excite, every neuron has Ratio incoming
/// synapses, four fifths of them excitatory, with the weights of the benchmark whatever the ratio. Every network has a stream of its own.
/// </remarks>
public static class ActivityStudy
{
    private const double TimeStep = 1e-4, Excitation = 1.62e-3, Inhibition = -9e-3;

    /// <summary>Runs a network for every size and ratio.</summary>
    /// <param name="sizes">Neurons, multiples of 5.</param>
    /// <param name="ratios">Synapses per neuron, multiples of 5, at most the neurons.</param>
    /// <param name="duration">How long each network runs [s].</param>
    /// <param name="seed">The seed.</param>
    /// <param name="progress">Told the finished share, or null.</param>
    /// <param name="cancellation">Stops the study.</param>
    /// <returns>A point for each ratio and size, ratio by ratio.</returns>
    /// <exception cref="ArgumentException">A size or ratio cannot be.</exception>
    public static IReadOnlyList<ActivityPoint> Run(
        IReadOnlyList<int> sizes, IReadOnlyList<int> ratios, double duration, ulong seed, IProgress<WorkProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        ArgumentNullException.ThrowIfNull(ratios);
        foreach (var (value, name) in sizes.Select(size => (size, "neurons")).Concat(ratios.Select(ratio => (ratio, "ratios"))))
        {
            if (value < 5 || value % 5 != 0)
                throw new ArgumentException($"{name}: {value} should be a multiple of 5, at least 5.");
        }

        if (ratios.Count > 0 && sizes.Count > 0 && ratios.Max() > sizes.Min())
            throw new ArgumentException($"ratios: {ratios.Max()} synapses per neuron should be at most the neurons of the smallest network, {sizes.Min()}.");
        var (points, all) = (new List<ActivityPoint>(), (double)sizes.Count * ratios.Count);
        foreach (var ratio in ratios)
        {
            foreach (var size in sizes)
            {
                points.Add(Point(size, ratio, duration, seed, cancellation));
                progress?.Report(new WorkProgress("random networks", points.Count / all));
            }
        }

        return points;
    }

    private static ActivityPoint Point(int size, int ratio, double duration, ulong seed, CancellationToken cancellation)
    {
        var network = new SpikingNetwork(TimeStep);
        var settings = new LifSettings();
        LifNeurons<double>[] groups = [network.AddNeurons(size * 4 / 5, settings), network.AddNeurons(size / 5, settings)];
        var (made, fanOut) = (0ul, new long[2][]);
        var start = new RandomStream(seed, "first potentials");
        for (var from = 0; from < 2; from++)
        {
            fanOut[from] = new long[groups[from].Count];
            foreach (ref var v in groups[from].Potentials)
                v = settings.Reset + ((settings.Threshold - settings.Reset) * start.NextDouble());
            for (var to = 0; to < 2; to++)
            {
                var (count, weight) = from == 0 ? (ratio * 4 / 5, Excitation) : (ratio / 5, Inhibition);
                var connections = ConnectionRules.FixedInDegree(groups[from].Count, groups[to].Count, count, weight, (seed * 4) + made++);
                network.Connect(groups[from], groups[to], connections, from == 0 ? Receptor.Excitatory : Receptor.Inhibitory);
                for (var cell = 0; cell < groups[from].Count; cell++)
                    fanOut[from][cell] += connections.Targets(cell).Length;
            }
        }

        SpikeMonitor[] spikes = [network.RecordSpikes(groups[0]), network.RecordSpikes(groups[1])];
        network.Run(duration, null, cancellation);
        return new ActivityPoint(
            size, ratio, spikes.Sum(monitor => (long)monitor.Count), spikes.Select((monitor, g) => monitor.Cells.Sum(cell => fanOut[g][cell])).Sum(),
            [.. spikes.SelectMany(monitor => monitor.Steps.Select(step => step * TimeStep))],
            [.. spikes[0].Cells, .. spikes[1].Cells.Select(cell => cell + groups[0].Count)]);
    }
}
