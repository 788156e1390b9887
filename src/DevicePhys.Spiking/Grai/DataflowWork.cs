namespace DevicePhys.Spiking.Grai;

/// <summary>What a network of sigma-delta neurons did, counted.</summary>
/// <param name="Events">Events sent, with those of the inputs.</param>
/// <param name="Synapses">Synaptic operations: multiplications of an event with a weight, each added to a sum.</param>
/// <param name="Evaluations">Neurons whose sum had changed and whose activation was evaluated.</param>
/// <param name="DenseSynapses">Synaptic operations that the same frames cost without sparsity.</param>
/// <param name="Copies">Copies of events sent to cores: each event goes once to every core that holds neurons of the next layer.</param>
/// <param name="Hops">Steps of those copies from a core of the mesh to the next.</param>
public readonly record struct DataflowWork(long Events, long Synapses, long Evaluations, long DenseSynapses, long Copies, long Hops)
{
    /// <summary>Both together.</summary>
    public static DataflowWork operator +(DataflowWork a, DataflowWork b) => new(
        a.Events + b.Events, a.Synapses + b.Synapses, a.Evaluations + b.Evaluations, a.DenseSynapses + b.DenseSynapses, a.Copies + b.Copies, a.Hops + b.Hops);
}
