using DevicePhys.Cards;
using DevicePhys.Numbers;

namespace DevicePhys.Devices.Skyrmions;

/// <summary>Pins of one kind, scattered over a track: Gaussian wells, seen one by one or in the mean.</summary>
/// <remarks>
/// A pin is U = −E exp(−r²/(2 ξ²)); its largest force, at r = ξ, is E/(ξ √e). In the mean a dilute field of such traps slows a thermal particle to
/// the share 1/(1 + n Z) of its free velocity, with the trap's share of the free area Z = 2 π ξ² (exp(E'/kT) − 1) up to a factor of order kT/E', where the
/// force f (in units of the largest) tilts the barrier to E' = E (1 − f)^(3/2) (Kramers' escape over a saddle): creep below depinning, free flow from it on,
/// as Berges et al. (arXiv:2208.04384) see: linear above a sharp depinning, extrapolating to 0. Departure: |f| is rounded within a hundredth.
/// </remarks>
public sealed class Pinning<T>(Card<T> card)
    where T : struct, IReal<T>
{
    private const double Boltzmann = 1.380649e-23;
    private const double Rounding = 0.01, Edge = 0.02;

    private readonly T energy = card["PinEnergy", "J"], range = card["PinRange", "m"], density = card["PinDensity", "1/m^2"];

    /// <summary>The depth of a pin E [J].</summary>
    public T Energy => energy;

    /// <summary>The range of a pin ξ [m].</summary>
    public T Range => range;

    /// <summary>Pins per area [1/m²].</summary>
    public T Density => density;

    /// <summary>The force that tears a skyrmion off a pin without heat, E/(ξ √e) [N].</summary>
    public T DepinningForce => energy / (range * Math.Sqrt(Math.E));

    /// <summary>The share of its free velocity that a skyrmion has in the mean.</summary>
    /// <param name="force">The driving force [N].</param>
    /// <param name="temperature">The temperature [K].</param>
    public T Freedom(T force, T temperature)
    {
        var f = force / DepinningForce;
        var size = T.Sqrt(f * f + Rounding * Rounding) - Rounding;
        var barrier = energy / (Boltzmann * temperature) * T.Pow(Smooth.Ramp(1 - size, Edge), 1.5);
        return 1 / (1 + density * (2 * Math.PI) * range * range * (T.Exp(barrier) - 1));
    }
}
