using DevicePhys.Spiking.Neurons;
using DevicePhys.Spiking.Plasticity;

namespace DevicePhys.Spiking.Connections;

/// <summary>Synapses with a delay each: a ring of steps, each with what will arrive at every neuron.</summary>
internal sealed class ScatteredProjection : IProjection
{
    private readonly int[] steps, targets;
    private readonly double[][] ring;

    public ScatteredProjection(ISpikeSource source, NeuronPopulation neurons, SparseConnections connections, Receptor receptor, double[] delays, double timeStep)
    {
        (Source, Neurons, Connections, Receptor, Delays) = (source, neurons, connections, receptor, delays);
        steps = Array.ConvertAll(delays, delay => (int)TimeGrid.Steps(delay, timeStep));
        targets = [.. Enumerable.Range(0, neurons.Count)];
        ring = [.. Enumerable.Range(0, steps.Max() + 1).Select(_ => new double[neurons.Count])];
    }

    public ISpikeSource Source { get; }

    public NeuronPopulation Neurons { get; }

    public SparseConnections Connections { get; }

    public Receptor Receptor { get; }

    public double[] Delays { get; }

    public LearningRule? Rule => null;

    public void Propagate(long step)
    {
        foreach (var cell in Source.Spikes)
        {
            var reached = Connections.Targets(cell);
            var weights = Connections.Weights(cell);
            var first = Connections.Start(cell);
            for (var s = 0; s < reached.Length; s++)
                ring[(step + steps[first + s]) % ring.Length][reached[s]] += weights[s];
        }

        var arriving = ring[step % ring.Length];
        Neurons.Deliver(Receptor, targets, arriving);
        Array.Clear(arriving);
    }
}
