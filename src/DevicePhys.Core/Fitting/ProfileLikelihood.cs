using MathNet.Numerics.Distributions;

namespace DevicePhys.Fitting;

/// <summary>Intervals from the misfit itself: how far a parameter can go, all others following, before the data object.</summary>
/// <remarks>
/// Venzon and Moolgavkar, Appl. Stat. 37, 87 (1988), with the F criterion of nonlinear regression (Bates and Watts, 1988, §6.1):
/// cost(value)/cost(best) - 1 = F(1, degrees of freedom)/degrees of freedom. Unlike a standard error it sees curvature, and is infinite where the
/// data set no limit.
/// </remarks>
public static class ProfileLikelihood
{
    private const int LongestSearch = 60;

    /// <summary>The interval of one parameter.</summary>
    /// <param name="problem">What was fitted.</param>
    /// <param name="best">Where the fit ended.</param>
    /// <param name="name">The parameter.</param>
    /// <param name="options">As for the fit.</param>
    /// <param name="level">The confidence.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <returns>The interval; an end at the bound or infinite when the data set no limit before it.</returns>
    /// <exception cref="ArgumentException">The parameter is not free, or the fit did not converge.</exception>
    public static (double Low, double High) Interval(
        FitProblem problem, FitResult best, string name, FitOptions? options = null, double level = 0.95, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(best);
        options ??= new FitOptions();
        if (!best.Converged || best.DegreesOfFreedom < 1)
            throw new ArgumentException("A profile needs a fit that converged and has degrees of freedom left.", nameof(best));
        var estimate = best[name];
        if (!estimate.Parameter.IsFree)
            throw new ArgumentException($"Parameter '{name}' is not free.", nameof(name));
        var target = options.KnownDeviations
            ? best.Cost + (0.5 * ChiSquared.InvCDF(1, level))
            : best.Cost * (1 + (FisherSnedecor.InvCDF(1, best.DegreesOfFreedom, level) / best.DegreesOfFreedom));
        return (End(-1), End(+1));

        double End(int direction)
        {
            var parameter = estimate.Parameter;
            var centre = parameter.ToScale(estimate.Value);
            var limit = parameter.ToScale(direction < 0 ? parameter.Lower : parameter.Upper);
            var sigma = estimate.StandardError / Math.Abs(parameter.Slope(estimate.Value));
            var step = double.IsFinite(sigma) && sigma > 0 ? 2 * sigma : 0.1 * Math.Max(1, Math.Abs(centre));
            var (inside, outside, start) = (centre, double.NaN, best.Values);
            for (var search = 0; search < LongestSearch && double.IsNaN(outside); search++)
            {
                var next = inside + (direction * step);
                var beyond = direction < 0 ? next <= limit : next >= limit;
                if (beyond)
                    next = limit;
                if (!double.IsFinite(next))
                    return direction * double.PositiveInfinity;
                if (Cost(next) > target)
                    outside = next;
                else if (beyond)
                    return parameter.FromScale(limit);
                else
                    (inside, step) = (next, 2 * step);
            }

            if (double.IsNaN(outside))
                return direction * double.PositiveInfinity;
            for (var halving = 0; halving < LongestSearch && Math.Abs(outside - inside) > 1e-9 * Math.Max(Math.Abs(inside - centre), 1e-300); halving++)
            {
                var middle = 0.5 * (inside + outside);
                if (middle == inside || middle == outside)
                    break;
                (inside, outside) = Cost(middle) > target ? (inside, middle) : (middle, outside);
            }

            return parameter.FromScale(0.5 * (inside + outside));

            double Cost(double scaled)
            {
                if (best.Estimates.Count(e => e.Parameter.IsFree) == 1)
                {
                    var (values, residuals) = (best.Values, new double[problem.ResidualCount]);
                    values[best.Estimates.ToList().IndexOf(estimate)] = parameter.FromScale(scaled);
                    problem.Function(values, residuals, []);
                    return LossFunction.Cost(options.Loss, options.LossScale, residuals);
                }

                var result = LevenbergMarquardt.Run(problem.Holding(name, parameter.FromScale(scaled), start), options, cancellation);
                start = result.Values;
                return result.Cost;
            }
        }
    }
}
