using System.Numerics;
using DevicePhys.Errors;

namespace DevicePhys.Circuits;

/// <summary>A simulation that can say how its circuit answers a small sine: <see cref="AcSweep"/> asks it.</summary>
public interface ISmallSignal
{
    /// <summary>Linearises the circuit where it stands (at rest, before a run) and solves for the phasors of signals.</summary>
    /// <param name="source">The source that swings by 1 V or 1 A at phase 0; all others stand still.</param>
    /// <param name="frequencies">The frequencies, above 0 [Hz].</param>
    /// <param name="signals">What to solve for: "v(node)", "i(element)" and "device.state", as <see cref="TraceProbe"/> names them, capacitors included.</param>
    /// <param name="phasors">[frequencies × signals], row-major, filled; in the signal's unit per V or A.</param>
    /// <exception cref="ArgumentException">There is no such source or signal, or a frequency is not above 0.</exception>
    /// <exception cref="ConvergenceException">No rest was found, or the linear circuit has no unique answer.</exception>
    void Respond(string source, ReadOnlySpan<double> frequencies, IReadOnlyList<string> signals, Span<Complex> phasors);
}
