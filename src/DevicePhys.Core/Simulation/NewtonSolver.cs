namespace DevicePhys.Simulation;

/// <summary>Newton's method on one point of an <see cref="IImplicitSystem"/>.</summary>
/// <remarks>
/// Slopes are exact, so convergence is quadratic: an update of size d (in units of the tolerance) leaves an error of about curvature · d². The
/// curvature
/// is learnt from pairs of updates, which lets a point that is linear, or well predicted, end after one evaluation. Not thread safe.
/// </remarks>
/// <param name="system">The system.</param>
/// <param name="relativeTolerance">The relative tolerance that the updates are measured by.</param>
public sealed class NewtonSolver(IImplicitSystem system, double relativeTolerance)
{
    // The remaining error is this fraction of what a step may err by.
    private const double Accuracy = 0.05;

    private readonly double[] residual = new double[system.UnknownCount], update = new double[system.UnknownCount];
    private readonly double[] tolerances = [.. Enumerable.Range(0, system.UnknownCount).Select(system.Tolerance)];

    // Further from the solution than 2 % of a value the learnt curvature proves nothing.
    private readonly double trusted = Math.Min(30, 0.02 / relativeTolerance);
    private double curvature = double.PositiveInfinity;

    /// <summary>Newton iterations so far.</summary>
    public long Iterations { get; private set; }

    /// <summary>The unknown whose last update was largest against its tolerance.</summary>
    public int WorstUnknown { get; private set; }

    /// <summary>The size of that update, in units of the tolerance.</summary>
    public double LastUpdate { get; private set; }

    /// <summary>The residual of that unknown's equation at the last evaluation, in the unit of the equation.</summary>
    public double WorstResidual => residual[WorstUnknown];

    /// <summary>Forgets the curvature: the equations have changed.</summary>
    public void Forget() => curvature = double.PositiveInfinity;

    /// <summary>Solves F + alpha (Q - history) = 0.</summary>
    /// <param name="time">The time [s].</param>
    /// <param name="alpha">The weight of a charge [1/s].</param>
    /// <param name="history">[RowCount].</param>
    /// <param name="x">[UnknownCount]: the first guess, then the solution.</param>
    /// <param name="maxIterations">When to give up.</param>
    /// <param name="limit">The largest change in one update of an unknown at 0, and in proportion to 1 + |x| elsewhere; a longer update is shortened as a
    /// whole.</param>
    /// <returns>Whether it converged.</returns>
    public bool Solve(
        double time,
        double alpha,
        ReadOnlySpan<double> history,
        Span<double> x,
        int maxIterations = 10,
        double limit = double.PositiveInfinity)
    {
        var before = double.NaN;
        for (var iteration = 1; iteration <= maxIterations; iteration++)
        {
            Iterations++;
            system.Evaluate(time, alpha, x, history, residual);
            if (!system.Factor())
                return Failed();
            var size = Update(x, limit, out var shortened);
            if (!double.IsFinite(size))
                return Failed();
            if (shortened || system.Limited)
            {
                before = double.NaN;
                continue;
            }

            // The floor keeps rounding, which differs with the order of the equations, out of the decision.
            if (before > Accuracy)
                curvature = Math.Max(size, 1e-6) / (before * before);

            if (size <= Accuracy || (size <= trusted && curvature * size * size <= Accuracy))
                return true;
            before = size;
        }

        return Failed();
    }

    /// <summary>Applies one update and returns its largest component in units of the tolerance.</summary>
    private double Update(Span<double> x, double limit, out bool shortened)
    {
        var (step, against, allowed) = (update, residual, tolerances);
        for (var i = 0; i < against.Length; i++)
            step[i] = -against[i];
        system.Solve(step);
        var scale = 1.0;
        if (!double.IsPositiveInfinity(limit))
        {
            var longest = 0.0;
            for (var i = 0; i < update.Length; i++)
                longest = Math.Max(longest, Math.Abs(update[i]) / (1 + Math.Abs(x[i])));
            scale = longest > limit ? limit / longest : 1;
        }

        shortened = scale < 1;
        var (largest, worst, relative) = (0.0, WorstUnknown, relativeTolerance);
        for (var i = 0; i < step.Length; i++)
        {
            var change = step[i] * scale;
            x[i] += change;
            var size = Math.Abs(change) / (allowed[i] + (relative * Math.Abs(x[i])));
            if (size > largest || double.IsNaN(size))
            {
                (largest, worst) = (size, i);
                if (double.IsNaN(size))
                    break;
            }
        }

        WorstUnknown = worst;
        return LastUpdate = largest;
    }

    private bool Failed()
    {
        curvature = double.PositiveInfinity;
        return false;
    }
}
