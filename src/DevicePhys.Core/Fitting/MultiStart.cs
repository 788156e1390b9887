using DevicePhys.Errors;
using DevicePhys.Sampling;

namespace DevicePhys.Fitting;

/// <summary>Fits from several starts, the given one first, and keeps the best.</summary>
public static class MultiStart
{
    // Two minima are one when the misfit tells them apart by less than this in chi squared over the variance.
    private const double Alike = 1e-6, Agreed = 1;

    /// <summary>Fits.</summary>
    /// <param name="problem">What to fit; free parameters without finite bounds keep their start.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="starts">How many starts in all, at least 1.</param>
    /// <param name="seed">The seed of the other starts.</param>
    /// <param name="drawn">How many points are drawn for each other start, of which the one of the smallest cost is taken.</param>
    /// <param name="cancellation">Ends the fit.</param>
    /// <returns>The fit of the smallest cost; of equal ones a converged one; with the number of starts that ended there.</returns>
    /// <exception cref="ConvergenceException">The model can be evaluated at none of the starts.</exception>
    public static FitResult Run(FitProblem problem, FitOptions? options = null, int starts = 8, ulong seed = 1, int drawn = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentOutOfRangeException.ThrowIfLessThan(starts, 1);
        FitResult? best = null;
        var costs = new List<double>();
        options ??= new FitOptions();
        ConvergenceException? failure = null;
        for (var start = 0; start < starts; start++)
        {
            try
            {
                var result = LevenbergMarquardt.Run(start == 0 ? problem : problem.From(Best(problem, options, seed, start, drawn)), options, cancellation);
                costs.Add(result.Cost);

                // A converged fit at a worse minimum is no better answer than a lower point short of its own.
                if (best is null || result.Cost < best.Cost * (1 - Alike) || (result.Converged && !best.Converged && result.Cost <= best.Cost * (1 + Alike)))
                    best = result;
            }
            catch (ConvergenceException exception)
            {
                failure ??= exception;
            }
        }

        if (best is null)
            throw failure!;
        var alike = best.Cost * (1 + (Agreed / Math.Max(1, best.DegreesOfFreedom)));
        return best with { Agreement = (costs.Count(cost => cost <= alike), starts) };
    }

    private static double[] Best(FitProblem problem, FitOptions options, ulong seed, int start, int drawn)
    {
        var random = new RandomStream(seed, "multi-start", (ulong)start);
        var (best, least) = (Draw(problem, random), double.PositiveInfinity);
        var residuals = new double[problem.ResidualCount];
        for (var draw = 0; drawn > 1 && draw < drawn; draw++)
        {
            var values = draw == 0 ? best : Draw(problem, random);
            var cost = problem.Evaluate(values, residuals, [], []) ? LossFunction.Cost(options.Loss, options.LossScale, residuals) : double.PositiveInfinity;
            if (cost < least)
                (best, least) = (values, cost);
        }

        return best;
    }

    private static double[] Draw(FitProblem problem, RandomStream random)
    {
        var values = problem.StartValues();
        for (var i = 0; i < values.Length; i++)
        {
            var (parameter, uniform) = (problem.Parameters[i], random.NextDouble());
            var ends = parameter.Starts ?? (parameter.Lower, parameter.Upper);
            var (low, high) = (parameter.ToScale(ends.Low), parameter.ToScale(ends.High));
            if (parameter.IsFree && double.IsFinite(low) && double.IsFinite(high))
                values[i] = parameter.FromScale(low + ((high - low) * uniform));
        }

        return values;
    }
}
