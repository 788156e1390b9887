namespace DevicePhys.Spiking.TrueNorth;

/// <summary>What becomes of the potential of a neuron of a TrueNorth-like core that has passed a threshold.</summary>
public enum ResetMode
{
    /// <summary>The reset potential.</summary>
    Normal,

    /// <summary>The threshold is taken off, the rest stays.</summary>
    Linear,

    /// <summary>Nothing changes.</summary>
    None,
}
