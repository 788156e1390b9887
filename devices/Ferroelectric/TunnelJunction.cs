using DevicePhys.Cards;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Devices.Ferroelectric;

/// <summary>A ferroelectric tunnel junction: the barrier of a thin film depends on its polarization.</summary>
/// <remarks>
/// <para>Tunnelling after Simmons, J. Appl. Phys. 34, 1793 (1963): J = e²/(2πh d²) [f(Φ − V/2) − f(Φ + V/2)], f(x) = x e^(−A √x), A = (4πd/h) √(2 m e),
/// with the mean barrier Φ = Phi0 + DPhi (1/2 − p) for a share p of the domains up (Zhuravlev et al., Phys. Rev. Lett. 94, 246802 (2005)); the
/// tunnelling electroresistance follows. Domains switch by Merz's law with spread activation fields (<see cref="RankedDomains{T}"/>) in the field V/d.</para>
/// <para>Departures: the mean barrier only, so no asymmetry of I against V (Brinkman's ΔΦ); no direct change to Fowler-Nordheim: above V = 2Φ the lower
/// barrier is held at 30 meV, softly; the bulk field ignores imperfect screening. Validity: 1.5 to 4 nm, below about 2Φ, A above 11.6 per √V.</para>
/// </remarks>
public sealed class TunnelJunction<T>(Card<T> card) : ITwoTerminal<T>
    where T : struct, IReal<T>
{
    private const double Elementary = 1.602176634e-19, Planck = 6.62607015e-34, ElectronMass = 9.1093837e-31;
    private const double LowestBarrier = 0.03;

    private readonly T thickness = card["D", "m"], barrier = card["Phi0", "V"], contrast = card["DPhi", "V"];
    private readonly T decay = 4 * Math.PI * card["D", "m"] / Planck * T.Sqrt(2 * ElectronMass * Elementary * card["MEff"]);
    private readonly T scale = Checked(card) * Elementary * Elementary / (2 * Math.PI * Planck) / (card["D", "m"] * card["D", "m"]);
    private readonly RankedDomains<T> domains = new(card["Ea", "V/m"], card["SigmaEa"], card["Tau0", "s"], card["Alpha"]);

    /// <inheritdoc/>
    public IReadOnlyList<StateVariable> States { get; } = [new("p", Unit: "", Lower: 0, Upper: 1, Initial: 0)];

    /// <inheritdoc/>
    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates)
    {
        var up = state[0];
        var (rising, falling) = domains.Rates(up, voltage / thickness);
        rates[0] = rising - falling;
        var mean = barrier + (contrast * (0.5 - up));
        return scale * (Supply(mean - (0.5 * voltage)) - Supply(mean + (0.5 * voltage)));
    }

    // Falls with x wherever √x is above 2/A, hence the lowest barrier: the junction stays passive.
    private T Supply(T x)
    {
        var held = LowestBarrier + Smooth.Ramp(x - LowestBarrier, 0.04);
        return held * T.Exp(-decay * T.Sqrt(held));
    }

    private static T Checked(Card<T> card)
    {
        var decay = 4 * Math.PI * card.Number("D", "m") / Planck * Math.Sqrt(2 * ElectronMass * Elementary * card.Number("MEff"));
        return decay * Math.Sqrt(LowestBarrier) > 2
            ? card["Area", "m^2"]
            : throw card.Error("D", "the barrier is too thin and light for the tunnelling formula, expected a larger D or MEff");
    }
}
