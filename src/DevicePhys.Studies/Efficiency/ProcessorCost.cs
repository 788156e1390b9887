using DevicePhys.Sampling;
using DevicePhys.Spiking;
using DevicePhys.Spiking.Connections;
using DevicePhys.Spiking.Monitors;
using DevicePhys.Spiking.Neurons;

namespace DevicePhys.Studies.Efficiency;

/// <summary>How long a synaptic event takes on the processor this runs on: measured, so different in every run.</summary>
public static class ProcessorCost
{
    private const int Neurons = 4000, Excitatory = 3200, Inputs = 80;

    /// <summary>Runs the current-based network of 4,000 neurons (Vogels, Abbott, J. Neurosci. 25, 10786 (2005)), one thread, and divides by its synaptic events.</summary>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Processor time per synaptic event, the best of three runs [s].</returns>
    public static double SecondsPerEvent(CancellationToken cancellation = default)
    {
        var best = double.MaxValue;
        for (var repeat = 0; repeat < 3; repeat++)
        {
            var (network, spikes) = Network();
            network.Run(0.2, cancellation: cancellation);
            var before = spikes.Count;

            // The processor's own time: what else runs on the machine does not count.
            var start = Environment.CpuUsage.TotalTime;
            network.Run(1, cancellation: cancellation);
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - start).TotalSeconds / ((double)(spikes.Count - before) * Inputs));
        }

        return best;
    }

    private static (SpikingNetwork Network, SpikeMonitor Spikes) Network()
    {
        var random = new RandomStream(1, "processor cost");
        var network = new SpikingNetwork(1e-4);
        var settings = new LifSettings();
        var neurons = network.AddNeurons(Neurons, settings);
        foreach (ref var potential in neurons.Potentials)
            potential = settings.Reset + (random.NextDouble() * (settings.Threshold - settings.Reset));
        network.Connect(neurons, neurons, Random(random, 0, Excitatory, 1.62e-3), Receptor.Excitatory);
        network.Connect(neurons, neurons, Random(random, Excitatory, Neurons, -9e-3), Receptor.Inhibitory);
        return (network, network.RecordSpikes(neurons));
    }

    private static SparseConnections Random(RandomStream random, int first, int end, double weight)
    {
        var pairs = new HashSet<(int Source, int Target)>();
        while (pairs.Count < Inputs * (end - first))
            pairs.Add((first + random.NextInt(end - first), random.NextInt(Neurons)));
        var ordered = pairs.Order().ToArray();
        return SparseConnections.Pairs(Neurons, Neurons, ordered.Select(pair => pair.Source).ToArray(), ordered.Select(pair => pair.Target).ToArray(), weight);
    }
}
