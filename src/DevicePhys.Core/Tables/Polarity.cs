namespace DevicePhys.Tables;

/// <summary>Which way a pulse moves the conductance.</summary>
public enum Polarity
{
    /// <summary>Raises it.</summary>
    Potentiation,

    /// <summary>Lowers it.</summary>
    Depression,
}
