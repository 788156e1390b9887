using DevicePhys.Cards;
using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Tests.Readme;

/// <summary>A synapse whose conductance creeps while the voltage is beyond a threshold.</summary>
/// <remarks>State x = (G - GMin)/(GMax - GMin). dx/dt = Rate (|V|/VThreshold - 1) beyond the threshold, 0 within; soft at both ends.</remarks>
public sealed class ThresholdSynapse<T>(Card<T> card) : ITwoTerminal<T> where T : struct, IReal<T>
{
    private readonly T gMin = card["GMin", "S"], gMax = card["GMax", "S"], threshold = card["VThreshold", "V"], rate = card["Rate", "1/s"];

    /// <inheritdoc/>
    public IReadOnlyList<StateVariable> States { get; } = [new("x", Unit: "", Lower: 0, Upper: 1, Initial: 0)];

    /// <inheritdoc/>
    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates)
    {
        var up = Smooth.Ramp(voltage / threshold - 1, 0.02);
        var down = Smooth.Ramp(-(voltage / threshold) - 1, 0.02);
        rates[0] = Smooth.Bounded(rate * (up - down), state[0], lower: 0, upper: 1, width: 0.05);
        return voltage * (gMin + (gMax - gMin) * state[0]);
    }
}
