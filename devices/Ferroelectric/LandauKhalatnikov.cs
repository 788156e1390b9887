using DevicePhys.Cards;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Devices.Ferroelectric;

/// <summary>A single-domain ferroelectric capacitor: Landau's free energy with viscous switching.</summary>
/// <remarks>
/// Landau and Khalatnikov, Dokl. Akad. Nauk SSSR 96, 469 (1954): Rho dP/dt = E − (2 Alpha P + 4 Beta P³ + 6 Gamma P⁵), E = V/TFe; charge
/// A (P + ε0 EpsBackground E). For Gamma = 0: remanence √(−Alpha/2 Beta), coercive field (4/3)|Alpha| √(|Alpha|/6 Beta). The state p is P over the remanence.
/// Validity: one homogeneous domain, so the coercive field is the intrinsic one and every cycle takes the same path; Alpha below 0 (ferroelectric phase)
/// at one temperature; β² above 3 α γ.
/// </remarks>
public sealed class LandauKhalatnikov<T>(Card<T> card) : ICapacitive<T>
    where T : struct, IReal<T>
{
    private const double Vacuum = 8.8541878128e-12;
    private readonly T alpha = card["Alpha", "m/F"], beta = card["Beta", "m^5/(F C^2)"], gamma = card["Gamma", "m^9/(F C^4)"];
    private readonly T viscosity = card["Rho", "Ohm m"], thickness = card["TFe", "m"], area = card["Area", "m^2"];
    private readonly T background = card["EpsBackground"];
    private readonly T remanence = Remanence(card["Alpha", "m/F"], card["Beta", "m^5/(F C^2)"], card["Gamma", "m^9/(F C^4)"]);

    /// <inheritdoc/>
    public IReadOnlyList<StateVariable> States { get; } = [new("p", Unit: "", Lower: -2, Upper: 2, Initial: -1)];

    /// <inheritdoc/>
    public bool Conducts => false;

    /// <inheritdoc/>
    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates)
    {
        var polarization = remanence * state[0];
        var square = polarization * polarization;
        var slope = polarization * ((2 * alpha) + (square * ((4 * beta) + (6 * gamma * square))));
        rates[0] = ((voltage / thickness) - slope) / (viscosity * remanence);
        return 0;
    }

    /// <inheritdoc/>
    public T Charge(T voltage, ReadOnlySpan<T> state) => area * ((remanence * state[0]) + (Vacuum * background * voltage / thickness));

    // The root of 2α + 4β P² + 6γ P⁴ in the form that stays finite for γ = 0.
    private static T Remanence(T alpha, T beta, T gamma) => T.Sqrt(-alpha / (beta + T.Sqrt((beta * beta) - (3 * alpha * gamma))));
}
