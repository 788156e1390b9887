using DevicePhys.Numbers;

namespace DevicePhys.Devices.Transistors;

/// <summary>How the saturation current of a silicon junction grows with temperature.</summary>
/// <remarks>
/// SPICE's law with its values for silicon (Nagel, ERL-M520, 1975): IS ∝ T^3 exp(−Eg/kT), Eg = 1.11 eV, which is ni² and a little more. It is what makes the
/// voltage of a junction fall by some 2 mV/K at constant current, although kT/q grows.
/// </remarks>
internal static class SaturationCurrent
{
    private const double GapKelvin = 1.11 / 8.617333262e-5, Exponent = 3;

    /// <summary>IS at a temperature over IS at the nominal one; 1 at that.</summary>
    /// <param name="temperature">The temperature [K].</param>
    /// <param name="nominal">Where IS was measured [K].</param>
    public static T Ratio<T>(T temperature, T nominal)
        where T : struct, IReal<T>
    {
        var ratio = temperature / nominal;
        return T.Pow(ratio, Exponent) * T.Exp(GapKelvin * (ratio - 1) / temperature);
    }
}
