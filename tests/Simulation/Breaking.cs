using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Tests.Simulation;

/// <summary>Follows the voltage, and has no value above 0.5 V.</summary>
public sealed class Breaking<T> : ITwoTerminal<T>
    where T : struct, IReal<T>
{
    public IReadOnlyList<StateVariable> States { get; } = [new("x", "", 0, 1, 0)];

    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates)
    {
        rates[0] = 1e3 * (voltage - state[0]) + T.Sqrt(0.5 - voltage) * 0;
        return voltage;
    }
}
