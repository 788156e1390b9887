using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Tests.Simulation;

/// <summary>
/// A resistor with a diode in series behind an algebraic state: the voltage u across the resistor; i = u/R = Is (exp((v - u)/Vt) - 1).
/// </summary>
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
