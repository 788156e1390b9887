using DevicePhys.Spiking.Neurons;

namespace DevicePhys.Spiking.Connections;

/// <summary>Synapses from a source onto one receptor of a population.</summary>
internal sealed class Projection(ISpikeSource source, LifNeurons neurons, SparseConnections connections, Receptor receptor)
{
    /// <summary>Brings the spikes of the present step to their targets.</summary>
    public void Propagate()
    {
        foreach (var cell in source.Spikes)
        {
            var targets = connections.Targets(cell);
            var weights = connections.Weights(cell);
            if (receptor == Receptor.Membrane)
            {
                for (var s = 0; s < targets.Length; s++)
                    neurons.Kick(targets[s], weights[s]);
            }
            else
            {
                var current = receptor == Receptor.Excitatory ? neurons.Excitatory : neurons.Inhibitory;
                for (var s = 0; s < targets.Length; s++)
                    current[targets[s]] += weights[s];
            }
        }
    }
}
