using DevicePhys.Numbers;

namespace DevicePhys.Devices.Ferroelectric;

/// <summary>Merz's law: how fast a domain nucleates in a field.</summary>
internal static class Merz
{
    private const double Floor = 0.02;

    /// <summary>The nucleation rate over its limit at infinite field: e^(−(Ea/E)^Alpha) for E above 0, and 0 below, without a corner.</summary>
    /// <param name="field">The field along the new polarization over the activation field.</param>
    /// <param name="alpha">The exponent.</param>
    /// <remarks>Merz, Phys. Rev. 95, 690 (1954) for exponent 1. Below 0.03 Ea, where the rate is e^(−33) or less, the field is held at 0.02 Ea.</remarks>
    public static T Rate<T>(T field, T alpha)
        where T : struct, IReal<T>
    {
        var held = Floor + Smooth.Ramp(field - Floor, Floor);

        // 1/E is held too: at its floor e^(−50^α) is 0 to all digits for α from 2, and e^(−50) for 1.
        return T.Exp(-T.Pow(1 / held, alpha));
    }
}
