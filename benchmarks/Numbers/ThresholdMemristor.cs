using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Benchmarks.Numbers;

/// <summary>A VTEAM-like memristor as a model author writes it.</summary>
public sealed class ThresholdMemristor<T> : ITwoTerminal<T>
    where T : struct, IReal<T>
{
    private readonly T rOn = 50, rOff = 1000, vOn = -0.2, vOff = 0.02, kOn = -10, kOff = 5e-4, alphaOn = 3, alphaOff = 1.5;

    /// <inheritdoc/>
    public IReadOnlyList<StateVariable> States { get; } = [new("x", Unit: "", Lower: 0, Upper: 1, Initial: 0.9)];

    /// <inheritdoc/>
    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates)
    {
        var x = state[0];
        var off = kOff * T.Pow(Smooth.Ramp(voltage / vOff - 1, 0.02), alphaOff);
        var on = kOn * T.Pow(Smooth.Ramp(voltage / vOn - 1, 0.02), alphaOn);
        rates[0] = Smooth.Bounded(off + on, x, lower: 0, upper: 1, width: 0.01);
        return voltage / (rOn + (rOff - rOn) * x);
    }
}
