namespace DevicePhys.Spiking.Neurons;

/// <summary>The states of one neuron.</summary>
/// <param name="Potential">The membrane potential [V].</param>
/// <param name="Excitatory">The excitatory input: a current times the membrane resistance [V], or a conductance in units of the leak.</param>
/// <param name="Inhibitory">The inhibitory input, likewise.</param>
/// <param name="Adaptation">What the neuron remembers of its own spikes [V].</param>
/// <param name="Drive">A steady current times the membrane resistance [V].</param>
public record struct NeuronStates(double Potential, double Excitatory, double Inhibitory, double Adaptation, double Drive);
