namespace DevicePhys.Arrays;

/// <summary>How a wished number of pulses, which is no whole number, becomes one.</summary>
public enum PulseRounding
{
    /// <summary>To the nearest whole number: a wish of less than half a pulse moves nothing, however often it is repeated (a dead zone).</summary>
    Nearest,

    /// <summary>Up or down by chance, so that the mean is the wish.</summary>
    Stochastic,
}
