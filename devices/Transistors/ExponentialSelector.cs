using DevicePhys.Cards;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Devices.Transistors;

/// <summary>A selector that conducts exponentially in both directions, without memory.</summary>
/// <remarks>
/// I = I0 sinh(V/V0) behind a series resistance RS, the behaviour of mixed-ionic-electronic and tunnel selectors (Burr et al., J. Vac. Sci. Technol. B 32,
/// 040802 (2014)). The current is the limit of the two in series, 1/I = 1/(I0 sinh) + 1/(V/RS), a departure that keeps it explicit: exact at
/// both ends, low by less than half between. Half-select ratio I(V)/I(V/2) = 2 cosh(V/2V0) while RS does not matter.
/// Temperature: I0 e^(−(Ea/k)(1/T − 1/300.15 K)). Validity: a steady current; no capacitance.
/// </remarks>
public sealed class ExponentialSelector<T>(Card<T> card) : ITwoTerminal<T>
    where T : struct, IReal<T>
{
    private const double Boltzmann = 1.380649e-23;
    private readonly T scale = card["V0", "V"], series = card["RS", "Ohm"];
    private readonly T prefactor = card["I0", "A"] * T.Exp(card["Ea", "J"] / Boltzmann * ((1 / 300.15) - (1 / card["Temperature", "K"])));

    /// <inheritdoc/>
    public IReadOnlyList<StateVariable> States { get; } = [];

    /// <inheritdoc/>
    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates)
    {
        // sinh(u)/u without its 0/0: a series within 1e-3, where the next term is 1e-16.
        var u = voltage / scale;
        var inside = T.Select(T.Abs(u) - 1e-3, 0, u);
        var outside = T.Select(T.Abs(u) - 1e-3, u, 1);
        var shape = T.Select(T.Abs(u) - 1e-3, T.Sinh(outside) / outside, 1 + (inside * inside / 6 * (1 + (inside * inside / 20))));
        var conductance = prefactor / scale * shape;
        return voltage * conductance / (1 + (series * conductance));
    }
}
