using DevicePhys.Cards;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Devices.Transistors;

/// <summary>A threshold selector: an insulator that turns on above a voltage and stays on down to a holding voltage.</summary>
/// <remarks>
/// Ovonic threshold switch after Ovshinsky, Phys. Rev. Lett. 21, 1450 (1968). State f, the share of the area that is on. Off: I0 sinh(V/V0);
/// on: (|V| − VHold)/ROn. f relaxes to 0 or 1 in TauSwitch; what it relaxes to turns at VTh when off and at VHold when on,
/// within Sharpness, and has two stable values between the two voltages (<see cref="Switching"/>). Snap-back comes from the
/// circuit: once on, the device needs VHold only.
/// Departures: a delay that does not depend on the overvoltage, no recovery of VTh with time, no temperature. |V| is softened over 1 mV.
/// Random VTh from cycle to cycle is the C2C spread of VTh. Thread safe.
/// </remarks>
public sealed class ThresholdSelector<T>(Card<T> card) : ITwoTerminal<T>
    where T : struct, IReal<T>
{
    private readonly T threshold = card["VTh", "V"], hold = card["VHold", "V"], sharpness = card["Sharpness", "V"];
    private readonly T onResistance = card["ROn", "Ohm"], prefactor = card["I0", "A"], scale = card["V0", "V"], time = card["TauSwitch", "s"];

    /// <inheritdoc/>
    public IReadOnlyList<StateVariable> States { get; } = [new("f", Unit: "", Lower: 0, Upper: 1, Initial: 0)];

    /// <inheritdoc/>
    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates)
    {
        var on = state[0];
        rates[0] = Switching.Rate(voltage, on, threshold, hold, sharpness, time);
        return (on * Switching.Beyond(voltage, hold) / onResistance) + ((1 - on) * prefactor * T.Sinh(voltage / scale));
    }
}
