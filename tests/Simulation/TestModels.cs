using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Sampling;

namespace DevicePhys.Tests.Simulation;

/// <summary>Strukov's linear ion drift without a window: R² falls linearly with flux (Strukov et al., Nature 453, 80, 2008).</summary>
public sealed class LinearDrift<T>(double initial = 0.1) : ITwoTerminal<T>
    where T : struct, IReal<T>
{
    // mu = 1e-14 m²/Vs, D = 10 nm, ROn = 100 Ohm: mu ROn/D² = 1e4 per coulomb.
    private const double ROn = 100, ROff = 16000, Drift = 1e4;

    public IReadOnlyList<StateVariable> States { get; } = [new("x", "", 0, 1, initial)];

    public static double Resistance(double x) => (ROn * x) + (ROff * (1 - x));

    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates)
    {
        var current = voltage / (ROn * state[0] + ROff * (1 - state[0]));
        rates[0] = Drift * current;
        return current;
    }
}

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

/// <summary>A resistor with a diode in series behind an algebraic state: the voltage u across the resistor; i = u/R = Is (exp((v - u)/Vt) - 1).</summary>
public sealed class SeriesDiode<T>(double resistance, double saturation, double thermal) : ITwoTerminal<T>
    where T : struct, IReal<T>
{
    public IReadOnlyList<StateVariable> States { get; } = [new("u", "V", -10, 10, 0, StateKind.Algebraic)];

    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates)
    {
        rates[0] = state[0] / resistance - saturation * (T.Exp((voltage - state[0]) / thermal) - 1);
        return state[0] / resistance;
    }
}

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

/// <summary>Pure birth and death: n jumps up at (N - n) birth and down at n death, each scaled by a power of the voltage; conducts (1 + n) mS/N.</summary>
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
