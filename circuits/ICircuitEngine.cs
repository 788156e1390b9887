using DevicePhys.Simulation;

namespace DevicePhys.Circuits;

/// <summary>A way to solve netlists.</summary>
public interface ICircuitEngine
{
    /// <summary>The name, as <see cref="CircuitEngines.Get"/> knows it.</summary>
    string Name { get; }

    /// <summary>Checks a netlist and takes the memory for its simulation.</summary>
    /// <param name="netlist">The circuit; later additions are not seen.</param>
    /// <param name="options">How exactly to solve it; null for the defaults.</param>
    /// <returns>A simulation that stands at time 0.</returns>
    /// <exception cref="ArgumentException">The circuit has no unique solution (a floating node, a loop of voltage sources) or an element the engine
    /// does not know.</exception>
    ISimulation Prepare(Netlist netlist, TransientOptions? options = null);
}
