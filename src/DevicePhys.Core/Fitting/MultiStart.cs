using DevicePhys.Errors;
using DevicePhys.Sampling;

namespace DevicePhys.Fitting;

/// <summary>Fits from several starts, the given one first, and keeps the best.</summary>
public static class MultiStart
{
    private const double Alike = 1e-6;

    /// <summary>Fits.</summary>
    /// <param name="problem">What to fit; free parameters without finite bounds keep their start.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="starts">How many starts in all, at least 1.</param>
    /// <param name="seed">The seed of the other starts.</param>
    /// <param name="cancellation">Ends the fit.</param>
    /// <returns>The fit of the smallest cost; of equal ones a converged one.</returns>
    /// <exception cref="ConvergenceException">The model can be evaluated at none of the starts.</exception>
    public static FitResult Run(FitProblem problem, FitOptions? options = null, int starts = 8, ulong seed = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentOutOfRangeException.ThrowIfLessThan(starts, 1);
        FitResult? best = null;
        ConvergenceException? failure = null;
        for (var start = 0; start < starts; start++)
        {
            try
            {
                var result = LevenbergMarquardt.Run(start == 0 ? problem : problem.From(Draw(problem, seed, start)), options, cancellation);

                // A converged fit at a worse minimum is no better answer than a lower point short of its own.
                if (best is null || result.Cost < best.Cost * (1 - Alike) || (result.Converged && !best.Converged && result.Cost <= best.Cost * (1 + Alike)))
                    best = result;
            }
            catch (ConvergenceException exception)
            {
                failure ??= exception;
            }
        }

        return best ?? throw failure!;
    }

    private static double[] Draw(FitProblem problem, ulong seed, int start)
    {
        var random = new RandomStream(seed, "multi-start", (ulong)start);
        var values = problem.StartValues();
        for (var i = 0; i < values.Length; i++)
        {
            var (parameter, uniform) = (problem.Parameters[i], random.NextDouble());
            var (low, high) = (parameter.ToScale(parameter.Lower), parameter.ToScale(parameter.Upper));
            if (parameter.IsFree && double.IsFinite(low) && double.IsFinite(high))
                values[i] = parameter.FromScale(low + ((high - low) * uniform));
        }

        return values;
    }
}
