using DevicePhys.Spiking.Neurons;
using DevicePhys.Spiking.Plasticity;

namespace DevicePhys.Spiking.Connections;

/// <summary>Synapses from a source onto one receptor of a population.</summary>
internal interface IProjection
{
    ISpikeSource Source { get; }

    NeuronPopulation Neurons { get; }

    SparseConnections Connections { get; }

    Receptor Receptor { get; }

    /// <summary>[one for all, or one per synapse], [s].</summary>
    double[] Delays { get; }

    LearningRule? Rule { get; }

    /// <summary>Brings the spikes of a step to their targets.</summary>
    void Propagate(long step);
}
