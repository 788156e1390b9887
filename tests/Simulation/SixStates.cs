using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Tests.Simulation;

/// <summary>Six coupled linear states, more than one pass of slopes: dx_i/dt = (v - x_i)/tau_i + coupling to the neighbour.</summary>
public sealed class SixStates<T> : ITwoTerminal<T>
    where T : struct, IReal<T>
{
    public IReadOnlyList<StateVariable> States { get; } =
        [.. Enumerable.Range(0, 6).Select(i => new StateVariable($"x{i}", "", -10, 10, 0))];

    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates)
    {
        T sum = 0;
        for (var i = 0; i < 6; i++)
        {
            rates[i] = (voltage - state[i]) * (1e3 * (i + 1)) + 200 * (state[(i + 1) % 6] - state[i]);
            sum += state[i];
        }

        return (voltage + 0.1 * sum) / 1000;
    }
}
