using DevicePhys.Cards;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Devices.Ferroelectric;

/// <summary>The ferroelectric capacitor of a FeRAM cell: nucleation-limited switching of independent domains.</summary>
/// <remarks>
/// Charge A (PR s + ε0 EpsR E), E = V/TFe − EBias, with s the mean of five groups of domains (<see cref="DomainGroups{T}"/>): Tagantsev et al., Phys. Rev.
/// B 66, 214109 (2002), with Merz's law. Minor loops, partial switching and the dependence on pulse width come from the groups.
/// Departures: five groups stand for the distribution, so the curve against log t has faint steps where SigmaEa is large; after nucleation a
/// domain is filled at once; EBias (imprint) is constant; no leakage, no fatigue. Orientation −1 at first.
/// Validity: film thickness from 5 nm, one temperature. Spread: PR from the number of domains N in the area, σ = PR/√N for half-switched
/// cells, in the D2D and C2C of the card.
/// </remarks>
public sealed class FeramCapacitor<T>(Card<T> card) : ICapacitive<T>
    where T : struct, IReal<T>
{
    private const double Vacuum = 8.8541878128e-12;
    private readonly T remanence = card["PR", "C/m^2"], area = card["Area", "m^2"], thickness = card["TFe", "m"];
    private readonly T permittivity = card["EpsR"], bias = card["EBias", "V/m"];
    private readonly DomainGroups<T> domains = new(card["Ea", "V/m"], card["SigmaEa"], card["Tau0", "s"], card["Alpha"]);

    /// <inheritdoc/>
    public IReadOnlyList<StateVariable> States { get; } =
        [.. Enumerable.Range(1, NormalNodes.Count).Select(i => new StateVariable($"s{i}", Unit: "", Lower: -1, Upper: 1, Initial: -1))];

    /// <inheritdoc/>
    public bool Conducts => false;

    /// <inheritdoc/>
    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates)
    {
        domains.Rates((voltage / thickness) - bias, state, rates);
        return 0;
    }

    /// <inheritdoc/>
    public T Charge(T voltage, ReadOnlySpan<T> state) =>
        area * ((remanence * DomainGroups<T>.Mean(state)) + (Vacuum * permittivity * voltage / thickness));
}
