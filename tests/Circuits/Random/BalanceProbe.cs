using DevicePhys.Circuits;
using DevicePhys.Simulation;

namespace DevicePhys.Tests.Circuits.Random;

/// <summary>Checks the currents at one accepted point in sixteen, and cancels a run that takes too many.</summary>
/// <param name="limit">How many points are too many.</param>
/// <param name="cancellation">What to cancel.</param>
public sealed class BalanceProbe(int limit, CancellationTokenSource cancellation) : IProbe
{
    /// <summary>The tolerances of the runs it watches.</summary>
    public static readonly TransientOptions Options = new();

    private int points;

    /// <summary>The worst imbalance so far.</summary>
    public double Worst { get; private set; }

    /// <summary>Where it was [s].</summary>
    public double WorstTime { get; private set; }

    /// <inheritdoc/>
    public void Sample(ISimulation simulation)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        if (++points > limit)
            cancellation.Cancel();

        // The first point is the rest, which has no step behind it.
        if (points % 16 != 2)
            return;
        var imbalance = CurrentBalance.AfterStep(simulation, Options);
        if (!(imbalance <= Worst))
            (Worst, WorstTime) = (imbalance, simulation.Time);
    }
}
