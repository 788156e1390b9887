namespace DevicePhys.Spiking.TrueNorth;

/// <summary>What a membrane does when it passes a threshold.</summary>
public enum TrueNorthReset
{
    /// <summary>Goes to the reset value (to its negative at the negative threshold).</summary>
    Value,

    /// <summary>Gives up the threshold and keeps the rest.</summary>
    Linear,

    /// <summary>Stays as it is.</summary>
    None,
}
