namespace DevicePhys.Fitting;

/// <summary>A loss as a function of z = (residual/scale)²: rho(z) with its first two slopes.</summary>
/// <remarks>
/// The cost of a fit is half the sum of scale² rho(z). Gauss-Newton sees it through residuals and slopes rescaled so that gradient and curvature
/// are those of the cost (Triggs et al., "Bundle adjustment", LNCS 1883, 298 (2000)), the form scipy.optimize.least_squares uses as well.
/// </remarks>
internal static class LossFunction
{
    /// <summary>rho, rho', rho'' at z.</summary>
    public static (double Value, double First, double Second) At(Loss loss, double z)
    {
        switch (loss)
        {
            case Loss.SoftL1:
                var t = 1 + z;
                return (2 * (Math.Sqrt(t) - 1), 1 / Math.Sqrt(t), -0.5 / (t * Math.Sqrt(t)));
            case Loss.Huber:
                return z <= 1 ? (z, 1, 0) : ((2 * Math.Sqrt(z)) - 1, 1 / Math.Sqrt(z), -0.5 / (z * Math.Sqrt(z)));
            case Loss.Cauchy:
                return (Math.Log(1 + z), 1 / (1 + z), -1 / ((1 + z) * (1 + z)));
            default:
                return (z, 1, 0);
        }
    }

    /// <summary>Half the sum of scale² rho.</summary>
    public static double Cost(Loss loss, double scale, ReadOnlySpan<double> residuals)
    {
        var sum = 0.0;
        foreach (var residual in residuals)
            sum += At(loss, residual * residual / (scale * scale)).Value;
        return 0.5 * scale * scale * sum;
    }

    /// <summary>Rescales residuals [m] and slopes [m × n] in place.</summary>
    public static void Rescale(Loss loss, double scale, Span<double> residuals, Span<double> slopes)
    {
        if (loss == Loss.Squares)
            return;
        var n = slopes.Length / residuals.Length;
        for (var i = 0; i < residuals.Length; i++)
        {
            var z = residuals[i] * residuals[i] / (scale * scale);
            var (_, first, second) = At(loss, z);

            // Beyond the inflection of a loss the curvature would be negative; a tiny positive one keeps the system solvable.
            var factor = Math.Sqrt(Math.Max(first + (2 * second * z), double.Epsilon + 2.220446049250313e-16));
            residuals[i] *= first / factor;
            foreach (ref var slope in slopes.Slice(i * n, n))
                slope *= factor;
        }
    }
}
