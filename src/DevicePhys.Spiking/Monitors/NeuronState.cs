namespace DevicePhys.Spiking.Monitors;

/// <summary>A state of a neuron that can be recorded.</summary>
public enum NeuronState
{
    /// <summary>The membrane potential [V].</summary>
    Potential,

    /// <summary>The excitatory current times the membrane resistance [V], or the conductance in units of the leak.</summary>
    Excitatory,

    /// <summary>The inhibitory current times the membrane resistance [V], or the conductance in units of the leak.</summary>
    Inhibitory,

    /// <summary>What the neuron remembers of its own spikes [V]; not in the plain integrate-and-fire neuron.</summary>
    Adaptation,

    /// <summary>A steady current times the membrane resistance [V]; not in the plain integrate-and-fire neuron.</summary>
    Drive,
}
