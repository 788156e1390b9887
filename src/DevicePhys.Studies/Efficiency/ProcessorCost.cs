using System.Diagnostics;
using DevicePhys.Sampling;
using DevicePhys.Spiking;
using DevicePhys.Spiking.Connections;
using DevicePhys.Spiking.Monitors;
using DevicePhys.Spiking.Neurons;

namespace DevicePhys.Studies.Efficiency;

/// <summary>How long a synaptic event takes on the processor this runs on: measured, so different in every run.</summary>
/// <param name="SecondsPerEvent">Processor time per synaptic event, the median of the runs [s].</param>
/// <param name="Busy">Time on the clock over processor time: well above 1 where other work shared the processor and its caches.</param>
public sealed record ProcessorCost(double SecondsPerEvent, double Busy)
{
    private const int Neurons = 4000, Excitatory = 3200, Inputs = 80, Repeats = 15;

    // The runtime compiles a method in full only some tenths of a second after it has become busy, whatever was computed meanwhile.
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(1.5);

    /// <summary>Whether the processor did other work, so that the figure is an upper bound.</summary>
    public bool Shared => Busy > 1.2;

    /// <summary>Runs the current-based network of 4,000 neurons (Vogels, Abbott, J. Neurosci. 25, 10786 (2005)), one thread, warm, and divides by its synaptic events.</summary>
    /// <param name="cancellation">Stops the work.</param>
    public static ProcessorCost Measure(CancellationToken cancellation = default)
    {
        var (network, spikes) = Network();
        for (var warming = Stopwatch.StartNew(); warming.Elapsed < Warm;)
            network.Run(1, cancellation: cancellation);
        var (costs, watch, start) = (new double[Repeats], Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            // The processor's own time: what else runs on the machine takes caches, but no time of this process.
            var (before, from) = (spikes.Count, Environment.CpuUsage.TotalTime);
            network.Run(1, cancellation: cancellation);
            costs[repeat] = (Environment.CpuUsage.TotalTime - from).TotalSeconds / ((double)(spikes.Count - before) * Inputs);
        }

        Array.Sort(costs);
        return new ProcessorCost(costs[Repeats / 2], watch.Elapsed / (Environment.CpuUsage.TotalTime - start));
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
