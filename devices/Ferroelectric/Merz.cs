using DevicePhys.Numbers;

namespace DevicePhys.Devices.Ferroelectric;

/// <summary>Merz's law: how fast a domain nucleates in a field.</summary>
internal static class Merz
{
    private const double Floor = 0.02;

    /// <summary>The nucleation rate over its limit at infinite field: e^(−(Ea/E)^Alpha) for E above 0, and 0 below, without a corner.</summary>
    /// <param name="field">The field along the new polarization over the activation field.</param>
    /// <param name="alpha">The exponent.</param>
    /// <remarks>
    /// Merz, Phys. Rev. 95, 690 (1954) for exponent 1. Below 0.03 Ea, where the rate is e^(−33) or less, the field is held at 0.02 Ea, and from
    /// there the rate goes to 0 at 0.
    /// </remarks>
    public static T Rate<T>(T field, T alpha)
        where T : struct, IReal<T>
    {
        var held = Floor + Smooth.Ramp(field - Floor, Floor);

        // At its floor e^(−50^α) is 0 to all digits for α from 2, but e^(−50) for 1: a field against the new polarization nucleates nothing at all.
        return T.Exp(-T.Pow(1 / held, alpha)) * Smooth.Rise(field / Floor);
    }
}
