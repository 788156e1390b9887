using DevicePhys.Errors;
using DevicePhys.Simulation;

namespace DevicePhys.Circuits.Engine;

/// <summary>Finds the circuit at rest: capacitors carry no current, device states keep the values they have.</summary>
/// <remarks>Plain Newton first; then with short updates; then down a ladder of conductances to ground, which ends at 0
/// or, where nothing else reaches a node, at 1e-15 S; then up a ladder of source values; then along a transient with a capacitor at every node
/// (Kelley and Keyes, SIAM J. Numer. Anal. 35, 508 (1998)), whose steps grow until it stands still.</remarks>
internal sealed class RestSolver(CircuitSystem system, NewtonSolver newton, CurrentCuts cuts)
{
    private const double Limit = 0.25;
    private const int Patience = 200;

    // In units of the tolerance: where polishing ends, and what it has to reach.
    private const double Polished = 1e-6, Good = 1e-2;

    // 1 fA per volt: a thousandth of what SPICE leaves across every junction. At 1 kV it takes what SPICE's takes at 1 V, and explains nothing any more.
    private const double Least = 1e-15, LargestLeak = 1e-12;

    // Decades of the conductance to ground.
    private const double Decades = 15;

    private readonly double[] history = new double[system.RowCount], good = new double[system.UnknownCount];

    /// <summary>Solves for the voltages and algebraic states.</summary>
    /// <param name="time">The time the sources stand at [s].</param>
    /// <param name="x">[UnknownCount]: device states as given; voltages are a first guess, then the solution.</param>
    /// <exception cref="ConvergenceException">No rest was found.</exception>
    public void Solve(double time, Span<double> x)
    {
        system.Sources.MoveTo(time);
        if (cuts.Fault(system.Sources.All, out var node) is { } fault)
            throw new ConvergenceException(fault, $"node {node}", time, 0, x.ToArray());
        x.CopyTo(history);
        system.Board.AtRest = true;
        newton.Forget();
        try
        {
            if (!Try(time, x, 20, double.PositiveInfinity) && !Try(time, x, Patience, Limit)
                && !LowerGmin(time, x) && !RaiseSources(time, x) && !StandStill(time, x))
            {
                var failure = Failure(time);
                Restart(x);
                throw failure;
            }

            system.States.Restore(history, x);
        }
        finally
        {
            system.Board.AtRest = false;
            Ease(0, 1);
            newton.Forget();
        }
    }

    private bool Try(double time, Span<double> x, int iterations, double limit)
    {
        Restart(x);
        return newton.Solve(time, 1, history, x, iterations, limit) && Polish(time, x);
    }

    /// <summary>
    /// Goes on until updates are next to nothing or no longer shrink: a rest is asked for once, and a tolerance that is a part of a voltage says little
    /// about the currents of a junction far above ground.
    /// </summary>
    private bool Polish(double time, Span<double> x)
    {
        var before = double.PositiveInfinity;
        for (var round = 0; round < 30; round++)
        {
            if (!newton.Solve(time, 1, history, x, Patience))
                return false;
            if (newton.LastUpdate <= Polished || newton.LastUpdate > 0.5 * before)
                break;
            before = newton.LastUpdate;
        }

        return newton.LastUpdate <= Good;
    }

    private bool LowerGmin(double time, Span<double> x)
    {
        if (!Climb(time, x, byGmin: true))
            return false;

        // Switched off to the last electron, a node rests where next to no conductance puts it.
        x.CopyTo(good);
        Ease(0, 1);
        if (newton.Solve(time, 1, history, x, Patience, Limit) && Polish(time, x))
            return true;
        Return(x);
        Ease(Least, 1);
        return Polish(time, x) && system.Leak.Largest(x) <= LargestLeak;
    }

    private bool RaiseSources(double time, Span<double> x) => Climb(time, x, byGmin: false) && Polish(time, x);

    /// <summary>Goes from an easy circuit to the true one, in steps as long as Newton's method follows.</summary>
    private bool Climb(double time, Span<double> x, bool byGmin)
    {
        Restart(x);
        var (at, step) = (0.0, 1 / Decades);
        Ease(byGmin ? 1 : 0, byGmin ? 1 : 0);
        if (!newton.Solve(time, 1, history, x, Patience, Limit))
            return false;
        while (at < 1)
        {
            x.CopyTo(good);
            var next = Math.Min(1, at + step);
            Ease(byGmin ? Math.Pow(10, -Decades * next) : 0, byGmin ? 1 : next);
            if (newton.Solve(time, 1, history, x, Patience, Limit))
            {
                (at, step) = (next, Math.Min(1.5 * step, 1 / Decades));
                continue;
            }

            Return(x);
            step *= 0.25;
            if (step < 1e-3 / Decades)
                return false;
        }

        return true;
    }

    private bool StandStill(double time, Span<double> x)
    {
        Restart(x);
        var conductance = 1e-3;
        for (var steps = 0; conductance > Least; steps++)
        {
            x.CopyTo(good);
            x[..system.Leak.Anchor.Length].CopyTo(system.Leak.Anchor);
            system.Leak.Conductance = conductance;
            if (newton.Solve(time, 1, history, x, maxIterations: 30, Limit))
            {
                conductance *= 0.3;
                continue;
            }

            Return(x);
            conductance *= 8;
            if (conductance > 1e6 || steps > 300)
                return false;
        }

        Ease(0, 1);
        return newton.Solve(time, 1, history, x, Patience, Limit) && Polish(time, x);
    }

    private void Ease(double gmin, double sources)
    {
        (system.Leak.Conductance, system.Board.SourceScale) = (gmin, sources);
        Array.Clear(system.Leak.Anchor);
    }

    private void Return(Span<double> x)
    {
        good.CopyTo(x);
        system.ForgetPoint();
    }

    private void Restart(Span<double> x)
    {
        Ease(0, 1);
        history.AsSpan(0, x.Length).CopyTo(x);
        system.ForgetPoint();
    }

    private ConvergenceException Failure(double time)
    {
        var (place, residual) = (system.Place(newton.WorstUnknown), newton.WorstResidual);
        return new ConvergenceException(
            FormattableString.Invariant($"{place}: no rest was found at t = {time:R} s, residual {residual:G3}."),
            place,
            time,
            residual,
            history[..system.UnknownCount]);
    }
}
