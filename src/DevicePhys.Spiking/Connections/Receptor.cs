namespace DevicePhys.Spiking.Connections;

/// <summary>What a synapse's weight is added to.</summary>
public enum Receptor
{
    /// <summary>The excitatory current, which decays with τe.</summary>
    Excitatory,

    /// <summary>The inhibitory current, which decays with τi; its weights are negative for inhibition.</summary>
    Inhibitory,

    /// <summary>The membrane itself (a delta synapse); without effect on a refractory neuron.</summary>
    Membrane,
}
