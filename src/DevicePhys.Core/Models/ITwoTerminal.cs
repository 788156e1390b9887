using DevicePhys.Numbers;

namespace DevicePhys.Models;

/// <summary>A device with two terminals and any number of internal states, written once over a number type.</summary>
/// <typeparam name="T">The reading: <see cref="Real"/>, <see cref="Dual"/> or <see cref="Symbol"/>.</typeparam>
/// <remarks>
/// An implementation is a sealed class whose primary constructor takes a <see cref="Cards.Card{T}"/> and reads it, once, into fields.
/// Evaluation allocates nothing and has no side effects, so one instance serves any number of threads.
/// </remarks>
public interface ITwoTerminal<T> : IModel<T>
    where T : struct, IReal<T>
{
    /// <summary>The current into the first terminal, and what moves the states.</summary>
    /// <param name="voltage">First terminal against second [V].</param>
    /// <param name="state">[States].</param>
    /// <param name="rates">[States], filled: d(state)/dt [1/s] (mean rate for counts and marks), or the residual of an algebraic state.</param>
    /// <returns>The current [A].</returns>
    T Evaluate(T voltage, ReadOnlySpan<T> state, Span<T> rates);
}
