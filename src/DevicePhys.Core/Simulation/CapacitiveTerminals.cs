using DevicePhys.Models;
using DevicePhys.Numbers;

namespace DevicePhys.Simulation;

/// <summary>A two-terminal device with a charge, seen as a multi-terminal one.</summary>
/// <typeparam name="T">The reading.</typeparam>
/// <param name="model">The device.</param>
public sealed class CapacitiveTerminals<T>(ICapacitive<T> model) : IMultiTerminal<T>, IJunctions
    where T : struct, IReal<T>
{
    /// <inheritdoc/>
    public IReadOnlyList<Terminal> Terminals { get; } = [new("a", model.Conducts), new("b", model.Conducts)];

    /// <inheritdoc/>
    public IReadOnlyList<StateVariable> States => model.States;

    /// <inheritdoc/>
    public IReadOnlyList<Junction> Junctions { get; } = (model as IJunctions)?.Junctions ?? [];

    /// <inheritdoc/>
    public void Evaluate(ReadOnlySpan<T> voltages, ReadOnlySpan<T> state, Span<T> currents, Span<T> charges, Span<T> rates)
    {
        currents[0] = model.Evaluate(voltages[0], state, rates);
        charges[0] = model.Charge(voltages[0], state);
    }
}
