using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DevicePhys.Spiking.Neurons;

namespace DevicePhys.Spiking.Connections;

/// <summary>Synapses from a source onto one receptor of a population.</summary>
internal sealed class Projection(ISpikeSource source, LifNeurons neurons, SparseConnections connections, Receptor receptor)
{
    /// <summary>Brings the spikes of the present step to their targets.</summary>
    public void Propagate()
    {
        if (receptor == Receptor.Membrane)
        {
            Kick();
            return;
        }

        // Targets were checked when the connections were made.
        ref var current = ref MemoryMarshal.GetReference(receptor == Receptor.Excitatory ? neurons.Excitatory : neurons.Inhibitory);
        foreach (var cell in source.Spikes)
        {
            var targets = connections.Targets(cell);
            if (connections.IsUniform)
            {
                var weight = connections.Common;
                foreach (var target in targets)
                    Unsafe.Add(ref current, (nint)(uint)target) += weight;
            }
            else
            {
                var weights = connections.Weights(cell);
                for (var s = 0; s < targets.Length; s++)
                    Unsafe.Add(ref current, (nint)(uint)targets[s]) += weights[s];
            }
        }
    }

    private void Kick()
    {
        foreach (var cell in source.Spikes)
        {
            var targets = connections.Targets(cell);
            var weights = connections.Weights(cell);
            for (var s = 0; s < targets.Length; s++)
                neurons.Kick(targets[s], weights[s]);
        }
    }
}
