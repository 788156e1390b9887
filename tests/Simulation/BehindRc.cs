using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Tests.Simulation;

/// <summary>A device with one state behind a resistor and beside a capacitor, written out as two states: the node voltage and the device's own.</summary>
public sealed class BehindRc<T>(ITwoTerminal<T> device, double resistance, double capacitance) : ITwoTerminal<T>
    where T : struct, IReal<T>
{
    public IReadOnlyList<StateVariable> States { get; } = [new("v", "V", -10, 10, 0), device.States[0]];

    public T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates)
    {
        var current = (voltage - state[0]) / resistance;
        rates[0] = (current - device.Evaluate(state[0], state[1..], rates[1..])) / capacitance;
        return current;
    }
}
