using DevicePhys.Cards;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Devices.Memristors;

/// <summary>A synapse whose step is a straight line of its conductance, up to hard bounds.</summary>
/// <remarks>
/// The family "LinearStep" of Rasch et al., AICAS 2021 (arXiv:2104.02184). State x = (G - GMin)/(GMax - GMin). One LTP pulse moves x
/// by <c>dx/dp = StepLtp (1 - SlopeLtp x)</c>, one LTD pulse by <c>-StepLtd (1 - SlopeLtd (1 - x))</c>: slope 0 is the constant
/// step, 1 are soft bounds.
/// Departures: a pulse is counted by the time above a threshold (VLtp, VLtd: half the nominal amplitude; TLtp, TLtd: the nominal duration
/// at half height); amplitudes beyond 5/4 of the threshold all act alike; the bounds are soft within 0.1 % of the range. Ohmic between pulses.
/// Validity: identical pulses, steps well below 1. Thread safe.
/// </remarks>
public sealed class LinearStepSynapse<T>(Card<T> card) : ITwoTerminal<T>
    where T : struct, IReal<T>
{
    private readonly T gMin = card["GMin", "S"], gMax = card["GMax", "S"];
    private readonly T stepLtp = card["StepLtp"], slopeLtp = card["SlopeLtp"], vLtp = card["VLtp", "V"], tLtp = card["TLtp", "s"];
    private readonly T stepLtd = card["StepLtd"], slopeLtd = card["SlopeLtd"], vLtd = card["VLtd", "V"], tLtd = card["TLtd", "s"];

    /// <inheritdoc/>
    public IReadOnlyList<StateVariable> States { get; } = [new("x", Unit: "", Lower: 0, Upper: 1, Initial: 0)];

    /// <inheritdoc/>
    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates)
    {
        var x = state[0];
        var ltp = PulseGate.Rate(voltage, vLtp, tLtp) * stepLtp * (1 - slopeLtp * x);
        var ltd = PulseGate.Rate(voltage, vLtd, tLtd) * stepLtd * (1 - slopeLtd * (1 - x));
        rates[0] = Smooth.Bounded(ltp - ltd, x, lower: 0, upper: 1, width: 0.001);
        return voltage * (gMin + (gMax - gMin) * x);
    }
}
