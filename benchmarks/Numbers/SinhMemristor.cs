using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Benchmarks.Numbers;

/// <summary>A filament memristor with the cost of the Stanford model: exp, sinh for current and growth.</summary>
public sealed class SinhMemristor<T> : ITwoTerminal<T>
    where T : struct, IReal<T>
{
    private readonly T i0 = 1e-3, g0 = 0.25, v0 = 0.25, velocity = 10, barrier = 0.6, thermal = 0.0259, enhancement = 16, decay = 0.8;

    /// <inheritdoc/>
    public IReadOnlyList<StateVariable> States { get; } = [new("g", Unit: "", Lower: 0, Upper: 2, Initial: 1)];

    /// <inheritdoc/>
    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates)
    {
        var gap = state[0];
        var gamma = enhancement - decay * gap * gap * gap;
        rates[0] = -velocity * T.Exp(-barrier / thermal) * T.Sinh(gamma * voltage / thermal * 0.02);
        return i0 * T.Exp(-gap / g0) * T.Sinh(voltage / v0);
    }
}
