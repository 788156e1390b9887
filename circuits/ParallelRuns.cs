using DevicePhys.Simulation;

namespace DevicePhys.Circuits;

/// <summary>Many runs of one circuit at once, such as a Monte Carlo study.</summary>
/// <remarks>
/// Every thread prepares a simulation of its own and resets it before each run, so the result of a run depends on its index alone: the same bits
/// for any number of threads. A run that draws random numbers takes its stream from its index.
/// </remarks>
public static class ParallelRuns
{
    /// <summary>Runs a circuit many times.</summary>
    /// <typeparam name="T">What a run yields.</typeparam>
    /// <param name="netlist">The circuit.</param>
    /// <param name="count">How many runs.</param>
    /// <param name="run">One run, given its index and a simulation that was just reset; it sets whatever differs between runs every time.</param>
    /// <param name="options">How exactly to solve; null for the defaults.</param>
    /// <param name="engine">The engine; null for the default one.</param>
    /// <param name="threads">How many threads, or 0 for one per processor.</param>
    /// <param name="cancellation">Ends the work between two runs.</param>
    /// <returns>The results, by index.</returns>
    /// <exception cref="ArgumentException">The circuit cannot be solved.</exception>
    /// <exception cref="AggregateException">Runs failed; their errors are inside.</exception>
    public static T[] Run<T>(
        Netlist netlist,
        int count,
        Func<int, ISimulation, T> run,
        TransientOptions? options = null,
        ICircuitEngine? engine = null,
        int threads = 0,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(netlist);
        ArgumentNullException.ThrowIfNull(run);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        engine ??= CircuitEngines.Default;
        var results = new T[count];
        if (count == 0)
            return results;

        // The first one is prepared here: what is wrong with the circuit is said once, not by every thread.
        var spare = engine.Prepare(netlist, options);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads > 0 ? threads : Environment.ProcessorCount, CancellationToken = cancellation };
        Parallel.For(
            0,
            count,
            parallel,
            () => Interlocked.Exchange(ref spare!, null) ?? engine.Prepare(netlist, options),
            (index, _, simulation) =>
            {
                simulation.Reset();
                results[index] = run(index, simulation);
                return simulation;
            },
            _ => { });
        return results;
    }
}
