using System.Diagnostics;
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
    /// <summary>Up to how many unknowns the matrix is stored whole.</summary>
    /// <remarks>Measured (benchmarks, SolverRatios): the sparse matrix is the faster one from 7 unknowns on in a ladder, from 11 in a line of inverters, and not
    /// yet at 16 where every node meets every other; from 6 to 10 the two differ by 8 % at most.</remarks>
    public int DenseLimit { get; init; } = 8;

    /// <inheritdoc/>
    public string Name => "builtin";

    /// <inheritdoc/>
    public ISimulation Prepare(Netlist netlist, TransientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(netlist);
        var begun = Stopwatch.GetTimestamp();
        options ??= new TransientOptions();
        var topology = new Topology(netlist);
        return new BuiltinSimulation(netlist, topology, new CircuitSystem(netlist, topology, Matrix(topology.UnknownCount), options), options, Matrix, begun);
    }

    private ILinearSolver Matrix(int size) => size <= DenseLimit ? new DenseSolver(size) : new SparseSolver(size);
}
