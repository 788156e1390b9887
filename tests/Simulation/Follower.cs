using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Tests.Simulation;

/// <summary>A state that follows the voltage within 10 ns wherever it leads, although its range is said to end at 1.</summary>
internal sealed class Follower : ITwoTerminal<Dual>
{
    public IReadOnlyList<StateVariable> States { get; } = [new("x", Unit: "", Lower: 0, Upper: 1, Initial: 0)];

    public Dual Evaluate(Dual voltage, ReadOnlySpan<Dual> state, Span<Dual> rates)
    {
        rates[0] = (voltage - state[0]) / 10e-9;
        return voltage;
    }
}
