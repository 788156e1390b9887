using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Tests.Simulation;

/// <summary>The bench memristor: thresholds, cubic drift, sinh off-current.</summary>
public sealed class BenchMemristor<T> : ITwoTerminal<T>
    where T : struct, IReal<T>
{
    public IReadOnlyList<StateVariable> States { get; } = [new("x", "", 0, 1, 0.05)];

    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates)
    {
        var x = state[0];
        var set = T.Select(voltage / 0.6 - 1, voltage / 0.6 - 1, 0);
        var reset = T.Select(voltage / -0.6 - 1, voltage / -0.6 - 1, 0);
        rates[0] = 2e7 * (set * set * set * (1 - x * x) - reset * reset * reset * (1 - (1 - x) * (1 - x)));
        return x * 100e-6 * voltage + (1 - x) * 1e-6 * T.Sinh(2 * voltage);
    }
}
