using DevicePhys.Cards;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Devices.Memristors;

/// <summary>A memristor as a crowd of two-state switches that thermal noise and a voltage flip, in parallel with Schottky barriers.</summary>
/// <remarks>
/// Nugent and Molter, PLoS ONE 9(2), e85175 (2014), in the limit of many switches. x is the share of conducting ones:
/// <c>dx/dt = ((1 - x) L((V - VA)/VT) - x L(-(V + VB)/VT))/TC</c> with the logistic L, and
/// <c>I = Phi V (x/ROn + (1 - x)/ROff) + (1 - Phi)(AlphaF (exp(BetaF V) - 1) - AlphaR (exp(-BetaR V) - 1))</c>.
/// Departures: VT is a parameter of its own (the paper's is kT/q), as measured loops are wider; the barriers carry no current at 0 V.
/// Validity: slow against the attempt time of a switch; no series resistance. Thread safe.
/// </remarks>
public sealed class MetastableSwitch<T>(Card<T> card) : ITwoTerminal<T>
    where T : struct, IReal<T>
{
    private readonly T rOn = card["ROn", "Ohm"], rOff = card["ROff", "Ohm"], tC = card["TC", "s"];
    private readonly T vA = card["VA", "V"], vB = card["VB", "V"], vT = card["VT", "V"], phi = card["Phi"];
    private readonly T alphaF = card["AlphaF", "A"], betaF = card["BetaF", "1/V"], alphaR = card["AlphaR", "A"], betaR = card["BetaR", "1/V"];

    /// <inheritdoc/>
    public IReadOnlyList<StateVariable> States { get; } = [new("x", Unit: "", Lower: 0, Upper: 1, Initial: 0.05)];

    /// <inheritdoc/>
    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates)
    {
        var x = state[0];
        rates[0] = ((1 - x) * Smooth.Logistic((voltage - vA) / vT) - x * Smooth.Logistic(-(voltage + vB) / vT)) / tC;
        var barriers = alphaF * (T.Exp(betaF * voltage) - 1) - alphaR * (T.Exp(-(betaR * voltage)) - 1);
        return phi * voltage * (x / rOn + (1 - x) / rOff) + (1 - phi) * barriers;
    }
}
