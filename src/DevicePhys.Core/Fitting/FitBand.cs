namespace DevicePhys.Fitting;

/// <summary>How well a fitted curve itself is known.</summary>
/// <remarks>
/// The linearised band of the mean response: half width t sqrt(s C s'), s the slopes of a residual by the free parameters and C their covariance
/// (Bates and Watts, Nonlinear Regression Analysis and Its Applications, Wiley 1988, section 2.3.2), each point for itself. It says where the
/// curve is, not where the next measurement falls.
/// </remarks>
public static class FitBand
{
    /// <summary>Half the width of the 95 % band at every residual.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="result">Its fit.</param>
    /// <returns>[Residuals], in their unit; null where the data leave a parameter undetermined.</returns>
    public static double[]? HalfWidths(FitProblem problem, FitResult result)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(result);
        var (m, n) = (problem.ResidualCount, problem.Parameters.Count);
        var free = problem.Free;
        var (residuals, slopes) = (new double[m], new double[m * n]);
        problem.Function(result.Values, residuals, slopes);
        var (half, own) = (new double[m], new double[free.Length]);
        for (var row = 0; row < m; row++)
        {
            problem.FollowSlopes(slopes.AsSpan(row * n, n), own);
            var variance = 0.0;
            for (var i = 0; i < own.Length; i++)
            {
                for (var j = 0; j < own.Length; j++)
                    variance += own[i] * own[j] * result.Covariance[i, j];
            }

            half[row] = result.Quantile * Math.Sqrt(variance);
        }

        return half.All(double.IsFinite) ? half : null;
    }
}
