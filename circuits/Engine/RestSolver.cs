using DevicePhys.Errors;
using DevicePhys.Simulation;

namespace DevicePhys.Circuits.Engine;

/// <summary>Finds the circuit at rest: capacitors carry no current, device states keep the values they have.</summary>
/// <remarks>Plain Newton first; then with short updates; then down a ladder of conductances to ground, which ends at 0
/// or, where nothing else reaches a node, at 1e-15 S; then up a ladder of source values.</remarks>
internal sealed class RestSolver(CircuitSystem system, NewtonSolver newton)
{
    private const double Limit = 0.25;
    private const int Patience = 200;

    // 1 fA per volt: a thousandth of what SPICE leaves across every junction.
    private const double Least = 1e-15;

    private readonly double[] history = new double[system.RowCount], eased = new double[system.UnknownCount];

    /// <summary>Solves for the voltages and algebraic states.</summary>
    /// <param name="time">The time the sources stand at [s].</param>
    /// <param name="x">[UnknownCount]: device states as given; voltages are a first guess, then the solution.</param>
    /// <exception cref="ConvergenceException">No rest was found.</exception>
    public void Solve(double time, Span<double> x)
    {
        x.CopyTo(history);
        system.Board.AtRest = true;
        newton.Forget();
        try
        {
            if (!Try(time, x, 20, double.PositiveInfinity) && !Try(time, x, Patience, Limit) && !LowerGmin(time, x) && !RaiseSources(time, x))
            {
                var failure = Failure(time);
                Restart(x);
                throw failure;
            }

            system.States.Restore(history, x);
        }
        finally
        {
            (system.Board.AtRest, system.Gmin, system.Board.SourceScale) = (false, 0, 1);
            newton.Forget();
        }
    }

    private bool Try(double time, Span<double> x, int iterations, double limit)
    {
        Restart(x);
        return newton.Solve(time, 1, history, x, iterations, limit) && Polish(time, x);
    }

    /// <summary>One update more squares what error is left: a rest is asked for once and compared often.</summary>
    private bool Polish(double time, Span<double> x) => newton.Solve(time, 1, history, x, Patience);

    private bool LowerGmin(double time, Span<double> x)
    {
        Restart(x);
        for (system.Gmin = 1; system.Gmin > Least; system.Gmin *= 0.1)
        {
            if (!newton.Solve(time, 1, history, x, Patience, Limit))
                return false;
        }

        // Switched off to the last electron, a node rests where next to no conductance puts it.
        x.CopyTo(eased);
        system.Gmin = 0;
        if (newton.Solve(time, 1, history, x, Patience, Limit) && Polish(time, x))
            return true;
        eased.AsSpan().CopyTo(x);
        system.Gmin = Least;
        return Polish(time, x);
    }

    private bool RaiseSources(double time, Span<double> x)
    {
        Restart(x);
        for (var step = 0; step <= 50; step++)
        {
            system.Board.SourceScale = step / 50.0;
            if (!newton.Solve(time, 1, history, x, Patience, Limit))
                return false;
        }

        return Polish(time, x);
    }

    private void Restart(Span<double> x)
    {
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
