using DevicePhys.Spiking.Neurons;
using DevicePhys.Spiking.Plasticity;

namespace DevicePhys.Spiking.Connections;

/// <summary>Synapses whose spikes all arrive after the same time.</summary>
internal sealed class Projection(ISpikeSource source, ISpikeSource arriving, NeuronPopulation neurons, SparseConnections connections, Receptor receptor, double delay) : IProjection
{
    public ISpikeSource Source => source;

    public NeuronPopulation Neurons => neurons;

    public SparseConnections Connections => connections;

    public Receptor Receptor => receptor;

    public double[] Delays => [delay];

    public LearningRule? Rule => null;

    public void Propagate(long step)
    {
        foreach (var cell in arriving.Spikes)
        {
            if (connections.IsUniform)
                neurons.Deliver(receptor, connections.Targets(cell), connections.Common);
            else
                neurons.Deliver(receptor, connections.Targets(cell), connections.Weights(cell));
        }
    }
}
