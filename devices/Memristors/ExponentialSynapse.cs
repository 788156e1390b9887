using DevicePhys.Cards;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Devices.Memristors;

/// <summary>A synapse whose conductance follows an exponential of the number of pulses: the law of the NeuroSim benchmark.</summary>
/// <remarks>
/// Chen, Peng, Yu, IEEE TCAD 37(12), 3067 (2018). State x = (G - GMin)/(GMax - GMin), GMax = 1/ROn, GMin = GMax/OnOffRatio. A full run of PMax
/// pulses follows <c>x = (1 - exp(-c p))/(1 - exp(-c))</c>, p = pulses/PMax, upwards for LTP and downwards, along the curve of its own, for LTD;
/// the curvature c is 1/A in units of PMax and may have either sign. From any state one LTP pulse moves x by
/// <c>dx/dp = c/(1 - exp(-c)) - c x</c>, an LTD pulse by the negative of its own. <see cref="Nonlinearity"/> turns published labels NL into c.
/// Shift is 1; its C2C spread sigma adds a normal step of sigma times the range to every pulse, as the benchmark does.
/// Departures: a pulse is counted by the time above a threshold (VLtp, VLtd: half the nominal amplitude; TLtp, TLtd: the nominal duration at
/// half height), so half a pulse moves half as far; amplitudes beyond 5/4 of the threshold all act alike; the ends are soft within 0.1 %
/// of the range. Ohmic between pulses.
/// Validity: identical pulses. Thread safe.
/// </remarks>
public sealed class ExponentialSynapse<T>(Card<T> card) : ITwoTerminal<T>
    where T : struct, IReal<T>
{
    private readonly T gMax = 1 / card["ROn", "Ohm"], onOffRatio = card["OnOffRatio"], shift = card["Shift"];
    private readonly T pMaxLtp = card["PMaxLtp"], curvatureLtp = card["CurvatureLtp"], vLtp = card["VLtp", "V"], tLtp = card["TLtp", "s"];
    private readonly T pMaxLtd = card["PMaxLtd"], curvatureLtd = card["CurvatureLtd"], vLtd = card["VLtd", "V"], tLtd = card["TLtd", "s"];

    /// <inheritdoc/>
    public IReadOnlyList<StateVariable> States { get; } = [new("x", Unit: "", Lower: 0, Upper: 1, Initial: 0)];

    /// <inheritdoc/>
    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates)
    {
        var x = state[0];
        T ltp = PulseGate.Rate(voltage, vLtp, tLtp), ltd = PulseGate.Rate(voltage, vLtd, tLtd);
        var rate = ltp * (Step(x, curvatureLtp) / pMaxLtp + shift - 1) - ltd * (Step(x, curvatureLtd) / pMaxLtd - shift + 1);
        rates[0] = Smooth.Bounded(rate, x, lower: 0, upper: 1, width: 0.001);
        return voltage * gMax * (1 + (onOffRatio - 1) * x) / onOffRatio;
    }

    // dx/dp of the exponential curve through (0, 0) and (1, 1), as a function of x.
    private static T Step(T x, T curvature) => 1 / ExponentialRise.Quotient(-curvature) - curvature * x;
}
