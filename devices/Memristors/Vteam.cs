using DevicePhys.Cards;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Devices.Memristors;

/// <summary>VTEAM: a memristor that switches only beyond a threshold voltage.</summary>
/// <remarks>
/// Kvatinsky, Ramadan, Friedman, Kolodny, IEEE TCAS-II 62(8), 786 (2015). State x = (w - w_on)/D, D = w_off - w_on:
/// <c>dw/dt = KOff (v/VOff - 1)^AlphaOff</c> for v above VOff &gt; 0, <c>KOn (v/VOn - 1)^AlphaOn</c> for v below VOn &lt; 0, else 0.
/// Both published resistance laws are one: <c>R = ROn + (ROff - ROn) (exp(Lambda x) - 1)/(exp(Lambda) - 1)</c> is the linear law for
/// Lambda = 0 and ROn exp(Lambda x) for Lambda = ln(ROff/ROn).
/// Departures: the thresholds are parabolas of relative width 0.02 instead of corners; the window functions, which the paper leaves open, are
/// soft ends within 1 % of the range.
/// Validity: by construction there is no read disturb and no loss of the state below the thresholds, and no temperature. Thread safe.
/// </remarks>
public sealed class Vteam<T>(Card<T> card) : ITwoTerminal<T>
    where T : struct, IReal<T>
{
    private const double ThresholdWidth = 0.02;

    private readonly bool linear = card.Number("Lambda") == 0;
    private readonly T rOn = card["ROn", "Ohm"], lambda = card["Lambda"];
    private readonly T rise = (card["ROff", "Ohm"] - card["ROn", "Ohm"]) / ExponentialRise.Quotient(card["Lambda"]);
    private readonly T perVOn = 1 / card["VOn", "V"], perVOff = 1 / card["VOff", "V"];
    private readonly T kOn = card["KOn", "m/s"] / card["D", "m"], kOff = card["KOff", "m/s"] / card["D", "m"];
    private readonly T alphaOn = card["AlphaOn"], alphaOff = card["AlphaOff"];

    /// <inheritdoc/>
    public IReadOnlyList<StateVariable> States { get; } = [new("x", Unit: "", Lower: 0, Upper: 1, Initial: 0.9)];

    /// <inheritdoc/>
    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates)
    {
        var x = state[0];
        var off = kOff * T.Pow(Smooth.Ramp(voltage * perVOff - 1, ThresholdWidth), alphaOff);
        var on = kOn * T.Pow(Smooth.Ramp(voltage * perVOn - 1, ThresholdWidth), alphaOn);
        rates[0] = Smooth.Bounded(off + on, x, lower: 0, upper: 1, width: 0.01);

        // At Lambda = 0 two terms of the series are exact in value and slope, and spare the exponential of the general law.
        var u = lambda * x;
        return voltage / (rOn + rise * x * (linear ? 1 + 0.5 * u : ExponentialRise.Quotient(u)));
    }
}
