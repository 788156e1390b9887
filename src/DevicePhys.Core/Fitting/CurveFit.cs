using DevicePhys.Numbers;

namespace DevicePhys.Fitting;

/// <summary>The problem of fitting a formula to points.</summary>
public static class CurveFit
{
    /// <summary>A problem with one curve.</summary>
    /// <param name="formula">The curve.</param>
    /// <param name="x">The points.</param>
    /// <param name="y">[x]: the measurements there.</param>
    /// <param name="parameters">Starts, bounds and scales; null for those of the formula.</param>
    /// <param name="scale">How the distance is measured; the default is the difference.</param>
    /// <param name="weights">[x]: what each residual is multiplied by; empty for 1.</param>
    /// <exception cref="ArgumentException">The lengths differ, or as for a <see cref="FitProblem"/>.</exception>
    public static FitProblem Problem<TFormula>(
        TFormula formula, ReadOnlySpan<double> x, ReadOnlySpan<double> y, IReadOnlyList<FitParameter>? parameters = null, MisfitScale scale = default, ReadOnlySpan<double> weights = default)
        where TFormula : IFormula
    {
        ArgumentNullException.ThrowIfNull(formula);
        if (x.Length != y.Length || (!weights.IsEmpty && weights.Length != x.Length))
            throw new ArgumentException($"There are {x.Length} points, {y.Length} measurements and {weights.Length} weights, expected equal numbers.", nameof(y));
        var (xs, ys) = (x.ToArray(), y.ToArray());
        double[] ws = weights.IsEmpty ? [.. Enumerable.Repeat(1.0, xs.Length)] : weights.ToArray();
        parameters ??= formula.Parameters;
        var count = parameters.Count;
        return new FitProblem(parameters, xs.Length, Residuals);

        void Residuals(ReadOnlySpan<double> p, Span<double> residuals, Span<double> slopes)
        {
            Span<Dual> duals = stackalloc Dual[count];
            for (var first = 0; first < (slopes.IsEmpty ? 1 : count); first += Dual.SlopeCount)
            {
                for (var k = 0; k < count; k++)
                    duals[k] = k >= first && k < first + Dual.SlopeCount ? Dual.Variable(p[k], k - first) : p[k];
                for (var i = 0; i < xs.Length; i++)
                {
                    var residual = scale.Residual(formula.At<Dual>(xs[i], duals), ys[i], ws[i]);
                    residuals[i] = residual.Value;
                    for (var k = first; !slopes.IsEmpty && k < Math.Min(count, first + Dual.SlopeCount); k++)
                        slopes[(i * count) + k] = residual.Slope(k - first);
                }
            }
        }
    }
}
