using DevicePhys.Numbers;

namespace DevicePhys.Models;

/// <summary>A device whose stored value is read by something other than its write current, in one or more named ways.</summary>
/// <typeparam name="T">The reading.</typeparam>
/// <remarks>A device without this interface is read through its own terminals: the current at the read voltage over that voltage.</remarks>
public interface IReadable<T>
    where T : struct, IReal<T>
{
    /// <summary>The readouts, always named; the first one whose unit is S is what a crossbar sees.</summary>
    IReadOnlyList<Readout> Readouts { get; }

    /// <summary>The value of one readout.</summary>
    /// <param name="readout">Its place in <see cref="Readouts"/>.</param>
    /// <param name="state">[States] of the device.</param>
    /// <returns>The value, in the unit of the readout.</returns>
    T Read(int readout, ReadOnlySpan<T> state);
}
