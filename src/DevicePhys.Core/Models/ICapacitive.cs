using DevicePhys.Numbers;

namespace DevicePhys.Models;

/// <summary>A two-terminal device that also holds a charge, such as a diode or a ferroelectric capacitor.</summary>
/// <typeparam name="T">The reading.</typeparam>
/// <remarks>
/// A circuit engine adds dQ/dt to the current of <see cref="ITwoTerminal{T}.Evaluate"/>. A stepper, which gives the device an ideal voltage,
/// leaves it out: the states do not depend on it.
/// </remarks>
public interface ICapacitive<T> : ITwoTerminal<T>
    where T : struct, IReal<T>
{
    /// <summary>Whether a steady current can flow; false for an ideal capacitor.</summary>
    bool Conducts { get; }

    /// <summary>The charge on the first terminal; the second holds the opposite.</summary>
    /// <param name="voltage">First terminal against second [V].</param>
    /// <param name="state">[States].</param>
    /// <returns>The charge [C].</returns>
    T Charge(T voltage, ReadOnlySpan<T> state);
}
