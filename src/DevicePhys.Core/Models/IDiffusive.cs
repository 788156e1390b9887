using DevicePhys.Numbers;

namespace DevicePhys.Models;

/// <summary>A device some of whose states are shaken by thermal noise, beside the motion that their rates describe.</summary>
/// <typeparam name="T">The reading.</typeparam>
/// <remarks>
/// A stochastic run adds a Wiener increment to each state after every step: normal, of variance strength × step, reflected at the bounds. So the
/// spread at a given time does not depend on the steps taken. The strength is taken at the end of the step: noise that depends on the state is Itô's
/// up to the step size. Deterministic runs and export leave the noise out; so does an engine other than the builtin one.
/// </remarks>
public interface IDiffusive<T> : ITwoTerminal<T>
    where T : struct, IReal<T>
{
    /// <summary>How strongly each state is shaken.</summary>
    /// <param name="voltage">First terminal against second [V].</param>
    /// <param name="state">[States].</param>
    /// <param name="strengths">[States], filled: variance per time, in the square of the state's unit [1/s]; 0 for a state without noise.</param>
    void Diffusion(T voltage, ReadOnlySpan<T> state, Span<T> strengths);
}
