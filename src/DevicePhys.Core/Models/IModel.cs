using DevicePhys.Numbers;

namespace DevicePhys.Models;

/// <summary>A compact model, whatever its number of terminals: <see cref="ITwoTerminal{T}"/> or <see cref="IMultiTerminal{T}"/>.</summary>
/// <typeparam name="T">The reading.</typeparam>
public interface IModel<T>
    where T : struct, IReal<T>
{
    /// <summary>The states, in the order of the model's evaluation.</summary>
    IReadOnlyList<StateVariable> States { get; }
}
