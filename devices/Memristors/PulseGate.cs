using DevicePhys.Numbers;

namespace DevicePhys.Devices.Memristors;

/// <summary>Counts write pulses for the synapses whose law is written per pulse: a pulse is a stay above a threshold voltage.</summary>
internal static class PulseGate
{
    private const double Width = 0.5;

    /// <summary>Pulses per second: 0 below 3/4 of the threshold, 1/duration above 5/4, C1 between.</summary>
    /// <remarks>
    /// With the threshold at half the amplitude and the duration measured at half height, one trapezoidal pulse counts as exactly one, because the
    /// step is symmetric about the threshold.
    /// </remarks>
    public static T Rate<T>(T voltage, T threshold, T duration)
        where T : struct, IReal<T> => Smooth.Step(voltage / threshold - 1, Width) / duration;
}
