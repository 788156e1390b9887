using DevicePhys.Models;
using DevicePhys.Numbers;

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
