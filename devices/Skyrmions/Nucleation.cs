using DevicePhys.Numbers;

namespace DevicePhys.Devices.Skyrmions;

/// <summary>How often spin-orbit torque nucleates a skyrmion.</summary>
internal static class Nucleation
{
    // Below 0.1 % of the critical current the barrier is practically that at rest; the width only rounds the corner at j = 0.
    private const double RestWidth = 0.001;
    private const double ThresholdWidth = 0.02;

    /// <summary>f0 exp(−(barrier/kT)(1 − j/jc)^m) for j above 0 [1/s].</summary>
    public static T Rate<T>(T f0, T barrier, T overCritical, T m, T thermalEnergy)
        where T : struct, IReal<T>
    {
        var lowered = Smooth.Ramp(1 - Smooth.Ramp(overCritical, RestWidth), ThresholdWidth);
        return f0 * T.Exp(-(barrier / thermalEnergy) * T.Pow(lowered, m));
    }
}
