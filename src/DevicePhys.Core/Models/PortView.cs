using DevicePhys.Numbers;

namespace DevicePhys.Models;

/// <summary>A two-terminal model as one of many terminals, so that what handles all models has one kind to handle.</summary>
/// <typeparam name="T">The reading.</typeparam>
public sealed class PortView<T> : IMultiTerminal<T>, IJunctions
    where T : struct, IReal<T>
{
    private readonly ITwoTerminal<T> model;
    private readonly ICapacitive<T>? capacitive;

    private PortView(ITwoTerminal<T> model)
    {
        (this.model, capacitive) = (model, model as ICapacitive<T>);
        var conducts = capacitive?.Conducts ?? true;
        Terminals = [new("a", conducts), new("b", conducts)];
        Junctions = (model as IJunctions)?.Junctions ?? [];
    }

    /// <inheritdoc/>
    public IReadOnlyList<Terminal> Terminals { get; }

    /// <inheritdoc/>
    public IReadOnlyList<StateVariable> States => model.States;

    /// <inheritdoc/>
    public IReadOnlyList<Junction> Junctions { get; }

    /// <summary>A model as one of many terminals; itself where it is one.</summary>
    /// <param name="model">The model; terminals of a two-terminal one are named a and b.</param>
    /// <exception cref="ArgumentException">The model is of neither kind.</exception>
    public static IMultiTerminal<T> Of(IModel<T> model) => model switch
    {
        IMultiTerminal<T> many => many,
        ITwoTerminal<T> two => new PortView<T>(two),
        _ => throw new ArgumentException($"A {model?.GetType().Name} has no terminals.", nameof(model)),
    };

    /// <inheritdoc/>
    public void Evaluate(ReadOnlySpan<T> voltages, ReadOnlySpan<T> state, Span<T> currents, Span<T> charges, Span<T> rates)
    {
        currents[0] = model.Evaluate(voltages[0], state, rates);
        charges[0] = capacitive is null ? 0 : capacitive.Charge(voltages[0], state);
    }
}
