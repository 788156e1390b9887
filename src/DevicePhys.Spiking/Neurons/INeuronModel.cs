using DevicePhys.Spiking.Brian2;

namespace DevicePhys.Spiking.Neurons;

/// <summary>The equations of a neuron, moved on by one time step; a new model is one struct of these.</summary>
/// <remarks>A struct, so that the loop over a population is compiled for it alone. It reads its constants and its time step when it is made.</remarks>
public interface INeuronModel
{
    /// <summary>For how long the membrane is held after a spike [s].</summary>
    double Refractory { get; }

    /// <summary>The states a neuron starts with.</summary>
    NeuronStates Initial { get; }

    /// <summary>Moves a neuron on by one time step.</summary>
    /// <param name="states">Its states.</param>
    /// <param name="held">Whether it is refractory: its potential then stays as it is.</param>
    /// <returns>Whether it is above its threshold; not asked for while it is held.</returns>
    bool Advance(ref NeuronStates states, bool held);

    /// <summary>What a spike does to its own neuron.</summary>
    /// <param name="states">Its states.</param>
    void Reset(ref NeuronStates states);

    /// <summary>What a synapse onto the membrane does.</summary>
    /// <param name="states">The neuron's states.</param>
    /// <param name="weight">The weight.</param>
    void Kick(ref NeuronStates states, double weight) => states.Potential += weight;

    /// <summary>The model in Brian2's words, or null.</summary>
    Brian2Model? Brian2 => null;
}
