using DevicePhys.Errors;
using DevicePhys.Sampling;
using DevicePhys.Statistics;

namespace DevicePhys.Fitting;

/// <summary>Intervals by refitting data made from the fit and its own residuals.</summary>
/// <remarks>Efron, Ann. Stat. 7, 1 (1979): residuals are drawn with replacement, inflated by sqrt(m/(m - n)) for what the fit took out of them.</remarks>
public static class Bootstrap
{
    /// <summary>The percentile intervals of all parameters.</summary>
    /// <param name="problem">What was fitted; its residuals are model minus data over one scale.</param>
    /// <param name="best">Where the fit ended.</param>
    /// <param name="options">As for the fit.</param>
    /// <param name="samples">How many refits.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="level">The confidence.</param>
    /// <param name="cancellation">Ends the refits.</param>
    /// <returns>[Parameters].</returns>
    /// <exception cref="ArgumentException">The fit did not converge or has no degrees of freedom left.</exception>
    public static IReadOnlyList<(double Low, double High)> Intervals(
        FitProblem problem, FitResult best, FitOptions? options = null, int samples = 1000, ulong seed = 1, double level = 0.95, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(best);
        if (!best.Converged || best.DegreesOfFreedom < 1)
            throw new ArgumentException("A bootstrap needs a fit that converged and has degrees of freedom left.", nameof(best));
        var m = problem.ResidualCount;
        var mean = best.Residuals.Average();
        var inflation = Math.Sqrt(m / (double)best.DegreesOfFreedom);
        double[] centred = [.. best.Residuals.Select(r => (r - mean) * inflation)];
        var fits = new double[samples][];
        Parallel.For(0, samples, new ParallelOptions { CancellationToken = cancellation }, sample =>
        {
            var random = new RandomStream(seed, "bootstrap", (ulong)sample);
            double[] shift = [.. Enumerable.Range(0, m).Select(i => centred[random.NextInt(m)] - best.Residuals[i])];
            void Shifted(ReadOnlySpan<double> p, Span<double> residuals, Span<double> slopes)
            {
                problem.Function(p, residuals, slopes);
                for (var i = 0; i < m; i++)
                    residuals[i] += shift[i];
            }

            try
            {
                fits[sample] = LevenbergMarquardt.Run(new FitProblem(problem.Parameters, m, Shifted).From(best.Values), options, cancellation).Values;
            }
            catch (ConvergenceException)
            {
                fits[sample] = [];
            }
        });
        var good = fits.Where(fit => fit.Length > 0).ToArray();
        return [.. Enumerable.Range(0, problem.Parameters.Count).Select(k =>
        {
            var ends = Quantiles.Of([.. good.Select(fit => fit[k])], 0.5 * (1 - level), 0.5 * (1 + level));
            return (ends[0], ends[1]);
        })];
    }
}
