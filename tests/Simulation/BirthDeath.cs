using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Sampling;

namespace DevicePhys.Tests.Simulation;

/// <summary>
/// Pure birth and death: n jumps up at (N - n) birth and down at n death, each scaled by a power of the voltage; conducts (1 + n) mS/N.
/// </summary>
public sealed class BirthDeath<T>(int sites, double birth, double death, double slope = 0, double initial = 0) : IJumpProcess<T>
    where T : struct, IReal<T>
{
    public IReadOnlyList<StateVariable> States { get; } = [new("n", "", 0, sites, initial, StateKind.Count)];

    public IReadOnlyList<JumpChannel> Channels { get; } = [new("birth", [1]), new("death", [-1])];

    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates)
    {
        var factor = T.Exp(slope * voltage);
        rates[0] = factor * (birth * (sites - state[0]) - death * state[0]);
        return 1e-3 * (1 + state[0]) / sites * voltage;
    }

    public void Hazards(T voltage, ReadOnlySpan<T> state, Span<T> hazards)
    {
        var factor = T.Exp(slope * voltage);
        hazards[0] = factor * birth * (sites - state[0]);
        hazards[1] = factor * death * state[0];
    }

    public void Jump(int channel, Span<double> state, RandomStream random) => state[0] += channel == 0 ? 1 : -1;
}
