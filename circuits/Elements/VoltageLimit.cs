using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Circuits.Elements;

/// <summary>The compliance of a current source: it takes over the current once the voltage reaches its limit.</summary>
/// <typeparam name="T">The reading.</typeparam>
/// <param name="limit">The largest voltage of either sign [V].</param>
/// <param name="current">The largest current of the source [A]: what the limit takes at 1 % above it.</param>
internal sealed class VoltageLimit<T>(double limit, double current) : ITwoTerminal<T>
    where T : struct, IReal<T>
{
    /// <inheritdoc/>
    public IReadOnlyList<StateVariable> States { get; } = [];

    /// <inheritdoc/>
    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates)
    {
        var part = voltage / limit;
        return 100 * current * (Smooth.Ramp(part - 1, 0.002) - Smooth.Ramp(-part - 1, 0.002));
    }
}
