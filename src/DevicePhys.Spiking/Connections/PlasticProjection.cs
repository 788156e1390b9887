using DevicePhys.Spiking.Neurons;
using DevicePhys.Spiking.Plasticity;

namespace DevicePhys.Spiking.Connections;

/// <summary>Synapses that learn: at every arriving spike and at every spike of their neuron, in this order.</summary>
internal sealed class PlasticProjection : IProjection
{
    private readonly ISpikeSource arriving;
    private readonly SynapseLearner learner;
    private readonly int[] starts, synapses, sources;
    private readonly double delay;

    public PlasticProjection(
        ISpikeSource source, ISpikeSource arriving, NeuronPopulation neurons, SparseConnections connections, Receptor receptor, double delay, LearningRule rule, double timeStep)
    {
        (Source, this.arriving, Neurons, Connections, Receptor, this.delay, Rule) = (source, arriving, neurons, connections, receptor, delay, rule);
        learner = rule.Start(connections, neurons, timeStep);
        (starts, synapses, sources) = connections.ByTarget();
    }

    public ISpikeSource Source { get; }

    public NeuronPopulation Neurons { get; }

    public SparseConnections Connections { get; }

    public Receptor Receptor { get; }

    public double[] Delays => [delay];

    public LearningRule? Rule { get; }

    public void Propagate(long step)
    {
        learner.Decay(step);
        foreach (var cell in arriving.Spikes)
        {
            var targets = Connections.Targets(cell);
            var weights = Connections.Weights(cell);
            Neurons.Deliver(Receptor, targets, weights);
            learner.Arrive(cell, targets, weights);
        }

        var all = Connections.AllWeights();
        foreach (var neuron in Neurons.Spikes)
        {
            var own = starts[neuron]..starts[neuron + 1];
            learner.Fire(neuron, synapses.AsSpan(own), sources.AsSpan(own), all);
        }
    }
}
