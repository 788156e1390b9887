using MathNet.Numerics.Distributions;

namespace DevicePhys.Fitting;

/// <summary>Where a fit ended, and how well it is known.</summary>
/// <param name="Outcome">Why it ended.</param>
/// <param name="Iterations">The steps taken.</param>
/// <param name="Estimates">[Parameters]: each, in the order of the problem.</param>
/// <param name="Cost">Half the sum of the losses.</param>
/// <param name="Residuals">[Residuals]: before the loss.</param>
/// <param name="Covariance">[Free × Free]: of the free parameters, SI, by their order in the problem.</param>
/// <param name="Correlation">[Free × Free].</param>
/// <param name="DegreesOfFreedom">Residuals less free parameters.</param>
/// <param name="Warnings">One sentence each: what the data cannot separate, what ended on a bound, what did not converge.</param>
public sealed record FitResult(
    FitOutcome Outcome,
    int Iterations,
    IReadOnlyList<FitEstimate> Estimates,
    double Cost,
    IReadOnlyList<double> Residuals,
    double[,] Covariance,
    double[,] Correlation,
    int DegreesOfFreedom,
    IReadOnlyList<string> Warnings)
{
    private const double Level = 0.975;

    /// <summary>Whether it is at a minimum.</summary>
    public bool Converged => Outcome == FitOutcome.Converged;

    /// <summary>Of how many starts how many ended at this minimum, see <see cref="MultiStart"/>.</summary>
    public (int Agreeing, int Starts) Agreement { get; init; } = (1, 1);

    /// <summary>The sum of the squared residuals.</summary>
    public double ChiSquared => Residuals.Sum(r => r * r);

    /// <summary>The root of the mean square of the residuals.</summary>
    public double Rmse => Math.Sqrt(ChiSquared / Residuals.Count);

    /// <summary>Akaike's criterion for normal residuals of unknown width, up to a constant of the data.</summary>
    public double Aic => (Residuals.Count * Math.Log(Math.Max(ChiSquared, double.Epsilon) / Residuals.Count)) + (2 * (Residuals.Count - DegreesOfFreedom + 1));

    /// <summary>The values [Parameters].</summary>
    public double[] Values => [.. Estimates.Select(e => e.Value)];

    /// <summary>One parameter.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">There is no such parameter.</exception>
    public FitEstimate this[string name] =>
        Estimates.FirstOrDefault(e => e.Parameter.Name == name) ?? throw new ArgumentException($"The fit has no parameter '{name}'.", nameof(name));

    /// <summary>Student's quantile of the 95 % intervals; the normal one where the deviations were known.</summary>
    internal double Quantile { get; private init; }

    internal static FitResult Of(FitProblem problem, FitOptions options, Point point, double[] values, FitOutcome outcome, int iterations)
    {
        var n = problem.Free.Length;
        var freedom = problem.ResidualCount - n;
        var variance = options.KnownDeviations ? 1 : freedom > 0 ? 2 * point.Cost / freedom : double.PositiveInfinity;
        var scaled = Uncertainty.Of(point.Triangle, variance);
        var (covariance, correlation) = (new double[n, n], new double[n, n]);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                covariance[i, j] = scaled.Covariance[i, j] * Slope(problem, values, i) * Slope(problem, values, j);
                correlation[i, j] = i == j ? 1 : scaled.Covariance[i, j] / Math.Sqrt(scaled.Covariance[i, i] * scaled.Covariance[j, j]);
            }
        }

        var quantile = QuantileOf(options.KnownDeviations ? 0 : freedom);
        var estimates = new FitEstimate[problem.Parameters.Count];
        for (var i = 0; i < estimates.Length; i++)
        {
            var k = problem.Free.IndexOf(i);
            var error = k < 0 ? 0 : Math.Sqrt(scaled.Covariance[k, k]);
            estimates[i] = Estimate(problem.Parameters[i], values[i], error, quantile, free: k >= 0);
        }

        for (var i = 0; i < estimates.Length; i++)
        {
            if (problem.Parameters[i] is { TiedTo: { } name, Ratio: var ratio } && estimates.First(e => e.Parameter.Name == name) is var origin)
            {
                var (a, b) = (origin.Interval.Low * ratio, origin.Interval.High * ratio);
                estimates[i] = estimates[i] with { StandardError = Math.Abs(ratio) * origin.StandardError, Interval = (Math.Min(a, b), Math.Max(a, b)) };
            }
        }

        string[] names = [.. problem.Free.ToArray().Select(i => problem.Parameters[i].Name)];
        return new(outcome, iterations, estimates, point.Cost, (double[])point.Raw.Clone(), covariance, correlation, freedom, FitWarnings.Of(outcome, iterations, estimates, names, scaled.Inseparable, correlation)) { Quantile = quantile };
    }

    private static FitEstimate Estimate(FitParameter parameter, double value, double error, double quantile, bool free)
    {
        var bound = free && (value <= parameter.Lower || value >= parameter.Upper);
        if (!free)
            return new(parameter, value, 0, (value, value), AtBound: false);
        var centre = parameter.ToScale(value);
        (double, double) interval = (parameter.Unbounded(centre - (quantile * error)), parameter.Unbounded(centre + (quantile * error)));
        return new(parameter, value, error * Math.Abs(parameter.Slope(value)), interval, bound);
    }

    private static double QuantileOf(int freedom) => freedom <= 0 ? Normal.InvCDF(0, 1, Level) : StudentT.InvCDF(0, 1, freedom, Level);

    private static double Slope(FitProblem problem, double[] values, int k) => problem.Parameters[problem.Free[k]].Slope(values[problem.Free[k]]);
}
