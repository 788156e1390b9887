using DevicePhys.Numbers;
using DevicePhys.Sampling;

namespace DevicePhys.Models;

/// <summary>A device some of whose states move by random jumps with a physical rate.</summary>
/// <typeparam name="T">The reading.</typeparam>
/// <remarks>
/// A stochastic run integrates the hazards along the solved waveform, draws the time of the next jump from the integral, and applies
/// the jump there; <see cref="ITwoTerminal{T}.Evaluate"/> gives the mean-field rate of the same states for deterministic runs and export.
/// </remarks>
public interface IJumpProcess<T> : ITwoTerminal<T>
    where T : struct, IReal<T>
{
    /// <summary>The kinds of jump.</summary>
    IReadOnlyList<JumpChannel> Channels { get; }

    /// <summary>The hazard of every channel in the given state: 0 where the jump would leave the bounds of a count.</summary>
    /// <param name="voltage">First terminal against second [V].</param>
    /// <param name="state">[States].</param>
    /// <param name="hazards">[Channels], filled: the rate of each jump [1/s].</param>
    void Hazards(T voltage, ReadOnlySpan<T> state, Span<T> hazards);

    /// <summary>Applies one jump: the channel's increments to the counts, and fresh draws to the marks.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="state">[States], changed in place.</param>
    /// <param name="random">The source of the draws.</param>
    void Jump(int channel, Span<double> state, RandomStream random);
}
