namespace DevicePhys.Measured;

/// <summary>What a column of a measurement may hold.</summary>
public enum MeasuredQuantity
{
    /// <summary>The time [s].</summary>
    Time,

    /// <summary>The voltage across the device [V].</summary>
    Voltage,

    /// <summary>The current through it [A].</summary>
    Current,

    /// <summary>The conductance [S].</summary>
    Conductance,

    /// <summary>The polarisation [C/m^2].</summary>
    Polarisation,

    /// <summary>The number of the pulse.</summary>
    Pulse,
}
