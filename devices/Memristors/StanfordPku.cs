using DevicePhys.Cards;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Devices.Memristors;

/// <summary>The Stanford-PKU filament model: a tunnel gap that grows and closes by field and Joule heat.</summary>
/// <remarks>
/// Jiang et al., IEEE TED 63(5), 1884 (2016); NEEDS model, nanoHUB doi:10.4231/D37H1DN48. State g, the gap [nm]:
/// <list type="bullet">
/// <item><c>I = I0 exp(-g/G0) sinh(V/V0)</c>, <c>T = TAmb + V I RTh</c> (V I is never below 0);</item>
/// <item><c>dg/dt = -Vel0 exp(-Ea/kT) sinh(gamma A0 q V/(TOx k T))</c>, <c>gamma = Gamma0 - Beta (g/1 nm)³</c>;</item>
/// <item>the gap stands still while the field <c>gamma |V|/TOx</c> is below FMin, so that a RESET at V stalls at
/// <c>g = ((Gamma0 - FMin TOx/|V|)/Beta)^(1/3)</c>.</item>
/// </list>
/// Departures: the published jump of the rate at FMin, on which stiff solvers hang, is a cubic step between FMin and 1.005 FMin, so the stall gap
/// stays exact; the gap ends softly within 1 % of its range instead of being cut off; the published temperature-activated noise, which depends on
/// the time step, is left out: spread is in the card.
/// Validity: SET needs a series resistance or a transistor as compliance, else the filament temperature leaves the model (above about 1000 K).
/// Thread safe.
/// </remarks>
public sealed class StanfordPku<T>(Card<T> card) : ITwoTerminal<T>
    where T : struct, IReal<T>
{
    private const double Boltzmann = 1.380649e-23, Charge = 1.602176634e-19, Nanometre = 1e-9;
    private const double FieldWidth = 0.005;

    private readonly T i0 = card["I0", "A"], g0 = card["G0", "m"] / Nanometre, v0 = card["V0", "V"];
    private readonly T vel0 = card["Vel0", "m/s"] / Nanometre, ea = card["Ea", "J"] / Boltzmann;
    private readonly T gamma0 = card["Gamma0"], beta = card["Beta"];
    private readonly T lever = card["A0", "m"] * (Charge / Boltzmann) / card["TOx", "m"], vMin = card["FMin", "V/m"] * card["TOx", "m"];
    private readonly T rTh = card["RTh", "K/W"], tAmb = card["TAmb", "K"];
    private readonly T gapMin = card["GapMin", "m"] / Nanometre, gapMax = card["GapMax", "m"] / Nanometre;

    /// <inheritdoc/>
    public IReadOnlyList<StateVariable> States { get; } =
    [
        new("g", Unit: "nm", card.Number("GapMin", "m") / Nanometre, card.Number("GapMax", "m") / Nanometre, card.Number("GapMax", "m") / Nanometre),
    ];

    /// <inheritdoc/>
    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates)
    {
        var g = state[0];
        var current = i0 * T.Exp(-g / g0) * T.Sinh(voltage / v0);
        var temperature = tAmb + voltage * current * rTh;
        var gamma = gamma0 - beta * g * g * g;
        var excess = gamma * T.Abs(voltage) / vMin - 1;
        var rate = -vel0 * T.Exp(-ea / temperature) * T.Sinh(gamma * lever * voltage / temperature);
        rates[0] = Smooth.Bounded(rate * Smooth.Step(excess - FieldWidth / 2, FieldWidth), g, gapMin, gapMax, width: 0.01);
        return current;
    }
}
