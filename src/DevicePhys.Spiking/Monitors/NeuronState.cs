namespace DevicePhys.Spiking.Monitors;

/// <summary>A state of a neuron that can be recorded.</summary>
public enum NeuronState
{
    /// <summary>The membrane potential [V].</summary>
    Potential,

    /// <summary>The excitatory current times the membrane resistance [V].</summary>
    Excitatory,

    /// <summary>The inhibitory current times the membrane resistance [V].</summary>
    Inhibitory,
}
