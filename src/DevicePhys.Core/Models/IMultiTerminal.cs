using DevicePhys.Numbers;

namespace DevicePhys.Models;

/// <summary>A device with any number of terminals: currents, charges and states, written once over a number type.</summary>
/// <typeparam name="T">The reading: <see cref="Real"/>, <see cref="Dual"/> or <see cref="Symbol"/>.</typeparam>
/// <remarks>
/// The last terminal is the reference: voltages are against it, and it takes what current and charge the others leave, so that a device can
/// neither make nor lose charge. A MOSFET (drain, gate, source, bulk) has three voltages and reads all its slopes in one pass of a
/// <see cref="Dual"/>. An implementation is a sealed class whose primary constructor takes a <see cref="Cards.Card{T}"/> and reads it,
/// once, into fields. Evaluation allocates nothing and has no side effects. Exponential junctions are declared by <see cref="IJunctions"/>.
/// </remarks>
public interface IMultiTerminal<T> : IModel<T>
    where T : struct, IReal<T>
{
    /// <summary>The terminals, the reference last.</summary>
    IReadOnlyList<Terminal> Terminals { get; }

    /// <summary>The currents and charges of the terminals, and what moves the states.</summary>
    /// <param name="voltages">[Terminals - 1]: each terminal but the last against the last [V].</param>
    /// <param name="state">[States].</param>
    /// <param name="currents">[Terminals - 1], filled: the steady current into each terminal but the last [A].</param>
    /// <param name="charges">[Terminals - 1], filled: the charge on each terminal but the last [C].</param>
    /// <param name="rates">[States], filled: d(state)/dt [1/s], or the residual of an algebraic state.</param>
    void Evaluate(ReadOnlySpan<T> voltages, ReadOnlySpan<T> state, Span<T> currents, Span<T> charges, Span<T> rates);
}
