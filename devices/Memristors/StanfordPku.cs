using System.Runtime.CompilerServices;
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
/// stays exact; the gap ends softly within 1 % of its range instead of being cut off; the noise of the gap, <c>DGap/(1 + exp((TCrit - T)/TSmooth))</c>, is a
/// diffusion and acts while the gap moves, where the published one is added once per time step, so that its spread depends on the step,
/// and at rest as well, where it would lose the stored state.
/// Validity: SET needs a series resistance or a transistor as compliance, else the filament temperature leaves the model (above about 1000 K).
/// Thread safe.
/// </remarks>
public sealed class StanfordPku<T>(Card<T> card) : IDiffusive<T>
    where T : struct, IReal<T>
{
    private const double Boltzmann = 1.380649e-23, Charge = 1.602176634e-19, Nanometre = 1e-9;
    private const double FieldWidth = 0.005;

    // Products of parameters are taken once, prefactors go into exponents: an evaluation costs a tenth more than one differentiated by hand.
    private readonly T logI0 = T.Log(card["I0", "A"]), perG0 = Nanometre / card["G0", "m"], perV0 = 1 / card["V0", "V"];
    private readonly T logVel0 = T.Log(card["Vel0", "m/s"] / Nanometre), ea = card["Ea", "J"] / Boltzmann;
    private readonly T gamma0 = card["Gamma0"], beta = card["Beta"], lever = card["A0", "m"] * Charge / (card["TOx", "m"] * card["Ea", "J"]);
    private readonly T perVMin = 1 / (FieldWidth * card["FMin", "V/m"] * card["TOx", "m"]);
    private readonly T rTh = card["RTh", "K/W"], tAmb = card["TAmb", "K"];
    private readonly T dGap = card["DGap", "m^2/s"] / (Nanometre * Nanometre), tCrit = card["TCrit", "K"], tSmooth = card["TSmooth", "K"];
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
        var current = Current(voltage, g);
        var barrier = ea / (tAmb + voltage * current * rTh);
        var hop = T.Exp(logVel0 - barrier);
        var gamma = gamma0 - beta * g * g * g;
        var rate = hop * T.Sinh(-gamma * lever * voltage * barrier) * Mobile(gamma, voltage);
        rates[0] = Smooth.Bounded(rate, g, gapMin, gapMax, width: 0.01);
        return current;
    }

    /// <inheritdoc/>
    public void Diffusion(T voltage, ReadOnlySpan<T> state, Span<T> strengths)
    {
        var g = state[0];
        var temperature = tAmb + voltage * Current(voltage, g) * rTh;
        strengths[0] = 2 * dGap * Smooth.Logistic((temperature - tCrit) / tSmooth) * Mobile(gamma0 - beta * g * g * g, voltage);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T Current(T voltage, T g) => T.Exp(logI0 - g * perG0) * T.Sinh(voltage * perV0);

    // 0 below the least field, 1 from 1.005 of it on; in units of this width.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T Mobile(T gamma, T voltage) => Smooth.Rise(gamma * T.Abs(voltage) * perVMin - 1 / FieldWidth);
}
