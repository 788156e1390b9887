namespace DevicePhys.Cards;

/// <summary>Across what a spread is taken.</summary>
public enum SpreadOrigin
{
    /// <summary>Across devices (D2D): drawn once for each device.</summary>
    DeviceToDevice,

    /// <summary>Across cycles of one device (C2C): drawn anew for each pulse.</summary>
    CycleToCycle,
}
