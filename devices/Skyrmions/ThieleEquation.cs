using DevicePhys.Cards;
using DevicePhys.Numbers;

namespace DevicePhys.Devices.Skyrmions;

/// <summary>The equation of motion of a rigid Néel skyrmion in a ferrimagnet driven by spin-orbit torque.</summary>
/// <remarks>
/// Thiele, Phys. Rev. Lett. 30, 230 (1973): G ẑ × v + Γ v = F, with N repeats of a magnetic layer of thickness t:
/// gyro coefficient G = 4 π Q δs t N, drag Γ = α s t N 𝒟, 𝒟 = 2 π (R/Δ + Δ/R) for a wall of width Δ at radius R, and the force of a
/// damping-like torque along the current F = π² R ħ θ j N/(2 e) (R ≫ Δ). Hence |v| = F/√(G² + Γ²), deflection tan θ = −G/Γ, and thermal diffusion
/// D = k T Γ/(G² + Γ²) (Schütte et al., Phys. Rev. B 90, 174434 (2014)). Validity: rigid, R ≫ Δ, no inertia, no breathing. Thread safe.
/// </remarks>
public sealed class ThieleEquation<T>(Card<T> card)
    where T : struct, IReal<T>
{
    private const double Hbar = 1.054571817e-34, Charge = 1.602176634e-19, Boltzmann = 1.380649e-23;

    private readonly Ferrimagnet<T> magnet = new(card);
    private readonly T volumeLength = card["LayerThickness", "m"] * card["Repeats"];
    private readonly T alpha = card["Alpha"], winding = card["Winding"];
    private readonly T shape = 2 * Math.PI * (card["Radius", "m"] / card["WallWidth", "m"] + card["WallWidth", "m"] / card["Radius", "m"]);
    private readonly T forcePerDensity = Math.PI * Math.PI * Hbar / (2 * Charge) * card["Radius", "m"] * card["ThetaDl"] * card["Repeats"];

    /// <summary>The magnet.</summary>
    public Ferrimagnet<T> Magnet => magnet;

    /// <summary>The gyro coefficient G [N s/m].</summary>
    /// <param name="temperature">The temperature [K].</param>
    public T Gyro(T temperature) => 4 * Math.PI * winding * magnet.NetSpin(temperature) * volumeLength;

    /// <summary>The drag coefficient Γ [N s/m].</summary>
    /// <param name="temperature">The temperature [K].</param>
    public T Drag(T temperature) => alpha * magnet.TotalSpin(temperature) * volumeLength * shape;

    /// <summary>The force of the spin-orbit torque along the current [N].</summary>
    /// <param name="density">Current density in the heavy metal [A/m²].</param>
    public T Drive(T density) => forcePerDensity * density;

    /// <summary>The velocity under a force [m/s].</summary>
    /// <param name="temperature">The temperature [K].</param>
    /// <param name="forceX">Along the track [N].</param>
    /// <param name="forceY">Across it [N].</param>
    public (T X, T Y) Velocity(T temperature, T forceX, T forceY)
    {
        T gyro = Gyro(temperature), drag = Drag(temperature);
        var square = gyro * gyro + drag * drag;
        return ((drag * forceX + gyro * forceY) / square, (drag * forceY - gyro * forceX) / square);
    }

    /// <summary>The diffusion coefficient [m²/s].</summary>
    /// <param name="temperature">The temperature [K].</param>
    public T Diffusion(T temperature)
    {
        T gyro = Gyro(temperature), drag = Drag(temperature);
        return Boltzmann * temperature * drag / (gyro * gyro + drag * drag);
    }
}
