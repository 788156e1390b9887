using DevicePhys.Simulation;

namespace DevicePhys.Circuits.SpiceSharp;

/// <summary>SpiceSharp, a port of SPICE 3f5 to .NET, as a circuit engine.</summary>
/// <remarks>
/// Trapezoidal rule with the step control of SPICE. It shares nothing with the builtin engine but the models' equations: matrix, Newton iteration,
/// integration and step control are the library's own. Thread safe; its simulations are not.
/// Departures from what the builtin engine does: every node needs a path for a steady current to ground; a step is at most a fiftieth of a run; runs
/// allocate memory.
/// </remarks>
public sealed class SpiceSharpEngine : ICircuitEngine
{
    /// <inheritdoc/>
    public string Name => "spicesharp";

    /// <inheritdoc/>
    public ISimulation Prepare(Netlist netlist, TransientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(netlist);
        return new SpiceSharpSimulation(netlist, options ?? new TransientOptions());
    }
}
