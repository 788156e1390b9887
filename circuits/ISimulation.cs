using DevicePhys.Errors;
using DevicePhys.Models;
using DevicePhys.Numbers;
using DevicePhys.Sampling;
using DevicePhys.Simulation;
using DevicePhys.Waveforms;

namespace DevicePhys.Circuits;

/// <summary>A circuit that has been prepared once and can be run any number of times.</summary>
/// <remarks>
/// After <see cref="Reset"/> the circuit is at rest: all devices in the initial states of their models (or in those given by <see cref="SetState"/>),
/// capacitors carry no current, parts without any path for a steady current to ground are uncharged, sources stand at their values at time 0.
/// Running to a time and on
/// is one run. Reading, setting and running allocate nothing. Not thread safe: one simulation per thread.
/// </remarks>
public interface ISimulation
{
    /// <summary>The circuit.</summary>
    Netlist Netlist { get; }

    /// <summary>The time since the last <see cref="Reset"/> [s].</summary>
    double Time { get; }

    /// <summary>What all runs since preparation have cost.</summary>
    RunStatistics Statistics { get; }

    /// <summary>Back to time 0, rest, initial states, energies 0.</summary>
    void Reset();

    /// <summary>Puts a device in a state; time, charges and energies stay.</summary>
    /// <param name="device">The name of the device.</param>
    /// <param name="state">[States of the model]; an algebraic one is a first guess.</param>
    /// <exception cref="ArgumentException">There is no such device, or the number of states is wrong.</exception>
    void SetState(string device, ReadOnlySpan<double> state);

    /// <summary>Replaces the model of a device by one with the same kinds of states; its state stays.</summary>
    /// <param name="device">The name of the device.</param>
    /// <param name="model">The new model, such as the same one with other parameters.</param>
    /// <exception cref="ArgumentException">There is no such device, or the states differ.</exception>
    void SetModel(string device, ITwoTerminal<Dual> model);

    /// <summary>Replaces the model of a multi-terminal device by one with the same terminals and kinds of states; its state stays.</summary>
    /// <param name="device">The name of the device.</param>
    /// <param name="model">The new model, such as the same one with other parameters.</param>
    /// <exception cref="ArgumentException">There is no such device, or terminals or states differ.</exception>
    void SetModel(string device, IMultiTerminal<Dual> model);

    /// <summary>Replaces the waveform of a source.</summary>
    /// <param name="source">The name of the source.</param>
    /// <param name="waveform">The new waveform, over the time since the last <see cref="Reset"/> [V or A].</param>
    /// <exception cref="ArgumentException">There is no such source.</exception>
    void SetWaveform(string source, Waveform waveform);

    /// <summary>Runs to a time.</summary>
    /// <param name="stop">When to stop, at or after <see cref="Time"/> [s].</param>
    /// <param name="random">The source of the jumps; null for a run in which counts follow their mean.</param>
    /// <param name="probe">Watches every accepted point; null for none.</param>
    /// <param name="cancellation">Ends the run between two steps.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time has passed already, or is not finite.</exception>
    /// <exception cref="ConvergenceException">No step, however short, gave a solution; or none was found for the circuit at rest.</exception>
    void Run(double stop, RandomStream? random = null, IProbe? probe = null, CancellationToken cancellation = default);

    /// <summary>
    /// Puts the circuit at rest with the sources as they stand now and the device states as they are, starting from the present voltages:
    /// the next point of a DC sweep, which stays on its branch where there are several.
    /// </summary>
    /// <exception cref="ConvergenceException">No rest was found; the voltages are those from before.</exception>
    void Rest();

    /// <summary>A node against ground [V].</summary>
    /// <param name="node">The name of the node.</param>
    /// <exception cref="ArgumentException">There is no such node.</exception>
    double Voltage(string node);

    /// <summary>
    /// The current of an element [A]: out of a voltage source at plus into the circuit (positive where it delivers to a load); through all others
    /// from
    /// their first node to their second. Of a multi-terminal device "M1" the current into the first terminal, and "M1:gate" that into a named one.
    /// </summary>
    /// <param name="element">The name of the element.</param>
    /// <exception cref="ArgumentException">There is no such element, or its current is not known.</exception>
    double Current(string element);

    /// <summary>The states of a device.</summary>
    /// <param name="device">The name of the device.</param>
    /// <returns>[States of the model], valid until the next call that changes the simulation.</returns>
    /// <exception cref="ArgumentException">There is no such device.</exception>
    ReadOnlySpan<double> State(string device);

    /// <summary>The energy a source has delivered to the circuit since the last <see cref="Reset"/> [J].</summary>
    /// <param name="source">The name of the source.</param>
    /// <exception cref="ArgumentException">There is no such source.</exception>
    double Energy(string source);
}
