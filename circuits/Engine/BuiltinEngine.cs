using DevicePhys.Simulation;

namespace DevicePhys.Circuits.Engine;

/// <summary>The engine that is always there.</summary>
/// <remarks>
/// Modified nodal analysis in charge form, F(x) + dQ(x)/dt = 0. Every tree of voltage sources is one unknown (none, where it holds ground), device
/// states are
/// eliminated inside their device, so the unknowns of the matrix are the remaining nodes. Time steps are those of <see cref="Integrator"/>.
/// Deterministic:
/// the same circuit and the same random stream give the same bits. Thread safe; its simulations are not.
/// </remarks>
public sealed class BuiltinEngine : ICircuitEngine
{
    // Where a dense factorisation is taken to be the faster one: an estimate, not a measurement.
    private const int DenseLimit = 8;

    /// <inheritdoc/>
    public string Name => "builtin";

    /// <inheritdoc/>
    public ISimulation Prepare(Netlist netlist, TransientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(netlist);
        options ??= new TransientOptions();
        var topology = new Topology(netlist);
        ILinearSolver matrix = topology.UnknownCount <= DenseLimit ? new DenseSolver(topology.UnknownCount) : new SparseSolver(topology.UnknownCount);
        return new BuiltinSimulation(netlist, topology, new CircuitSystem(netlist, topology, matrix, options), options);
    }
}
