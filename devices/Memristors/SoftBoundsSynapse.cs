using DevicePhys.Cards;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Devices.Memristors;

/// <summary>A synapse whose steps shrink in proportion to the way left: soft bounds.</summary>
/// <remarks>
/// Fusi, Abbott, Nature Neuroscience 10, 485 (2007); the family "SoftBounds" of Rasch et al., AICAS 2021 (arXiv:2104.02184). State
/// x = (G - GMin)/(GMax - GMin). One LTP pulse moves x by <c>dx/dp = AlphaLtp (1 - x)</c>, one LTD pulse by <c>-AlphaLtd x</c>.
/// Shift is 1; its C2C spread sigma adds a normal step of sigma times the range to every pulse.
/// Departures: a pulse is counted by the time above a threshold (VLtp, VLtd: half the nominal amplitude; TLtp, TLtd: the nominal duration
/// at half height); amplitudes beyond 5/4 of the threshold all act alike. Ohmic between pulses.
/// Validity: identical pulses, Alpha well below 1. Thread safe.
/// </remarks>
public sealed class SoftBoundsSynapse<T>(Card<T> card) : ITwoTerminal<T>
    where T : struct, IReal<T>
{
    private readonly T gMin = card["GMin", "S"], gMax = card["GMax", "S"], shift = card["Shift"];
    private readonly T alphaLtp = card["AlphaLtp"], vLtp = card["VLtp", "V"], tLtp = card["TLtp", "s"];
    private readonly T alphaLtd = card["AlphaLtd"], vLtd = card["VLtd", "V"], tLtd = card["TLtd", "s"];

    /// <inheritdoc/>
    public IReadOnlyList<StateVariable> States { get; } = [new("x", Unit: "", Lower: 0, Upper: 1, Initial: 0)];

    /// <inheritdoc/>
    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates)
    {
        var x = state[0];
        T ltp = PulseGate.Rate(voltage, vLtp, tLtp), ltd = PulseGate.Rate(voltage, vLtd, tLtd);
        var rate = ltp * (alphaLtp * (1 - x) + shift - 1) - ltd * (alphaLtd * x - shift + 1);

        // The law keeps its own bounds, a shifted pulse does not.
        rates[0] = Smooth.Bounded(rate, x, lower: 0, upper: 1, width: 0.001);
        return voltage * (gMin + (gMax - gMin) * x);
    }
}
