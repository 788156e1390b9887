namespace DevicePhys.Plotting;

/// <summary>How the swept quantity is laid out along its axis.</summary>
public enum SweepScale
{
    /// <summary>In proportion.</summary>
    Linear,

    /// <summary>By its logarithm; every value is positive.</summary>
    Logarithmic,

    /// <summary>Evenly, each value under its own label.</summary>
    Category,
}
