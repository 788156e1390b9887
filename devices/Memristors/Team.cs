using DevicePhys.Cards;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Devices.Memristors;

/// <summary>TEAM: a memristor that switches only beyond a threshold current.</summary>
/// <remarks>
/// Kvatinsky, Friedman, Kolodny, Weiser, IEEE TCAS-I 60(1), 211 (2013). State x = (w - XOn)/(XOff - XOn), w the width of the tunnel barrier:
/// <c>dw/dt = KOff (i/IOff - 1)^AlphaOff exp(-exp((w - AOff)/Wc))</c> for i above IOff &gt; 0,
/// <c>KOn (i/IOn - 1)^AlphaOn exp(-exp((AOn - w)/Wc))</c> for i below IOn &lt; 0, else 0.
/// The two published resistance laws are one, as in <see cref="Vteam{T}"/>: Lambda = 0 is the linear law, ln(ROff/ROn) the exponential one.
/// Departures: the thresholds are parabolas of relative width 0.02 instead of corners; since the windows are 1/e and not 0 at AOn and AOff,
/// soft ends within 1 % of the range keep the state in it.
/// Validity: written by a current, so use a driver of high resistance; no temperature, no loss of the state. Thread safe.
/// </remarks>
public sealed class Team<T>(Card<T> card) : ITwoTerminal<T>
    where T : struct, IReal<T>
{
    private const double ThresholdWidth = 0.02;

    private readonly T rOn = card["ROn", "Ohm"], rOff = card["ROff", "Ohm"], lambda = card["Lambda"];
    private readonly T iOn = card["IOn", "A"], iOff = card["IOff", "A"];
    private readonly T kOn = card["KOn", "m/s"], kOff = card["KOff", "m/s"], alphaOn = card["AlphaOn"], alphaOff = card["AlphaOff"];
    private readonly T xOn = card["XOn", "m"], range = card["XOff", "m"] - card["XOn", "m"];
    private readonly T aOn = card["AOn", "m"], aOff = card["AOff", "m"], wc = card["Wc", "m"];

    /// <inheritdoc/>
    public IReadOnlyList<StateVariable> States { get; } = [new("x", Unit: "", Lower: 0, Upper: 1, Initial: 0.9)];

    /// <inheritdoc/>
    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates)
    {
        var x = state[0];
        var w = xOn + range * x;
        var current = voltage / (rOn + (rOff - rOn) * ExponentialRise.Share(lambda, x));
        var off = kOff * T.Pow(Smooth.Ramp(current / iOff - 1, ThresholdWidth), alphaOff) * T.Exp(-T.Exp((w - aOff) / wc));
        var on = kOn * T.Pow(Smooth.Ramp(current / iOn - 1, ThresholdWidth), alphaOn) * T.Exp(-T.Exp((aOn - w) / wc));
        rates[0] = Smooth.Bounded((off + on) / range, x, lower: 0, upper: 1, width: 0.01);
        return current;
    }
}
