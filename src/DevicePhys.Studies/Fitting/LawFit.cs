using DevicePhys.Fitting;
using DevicePhys.Fitting.Laws;
using DevicePhys.Numbers;

namespace DevicePhys.Studies.Fitting;

/// <summary>Fits a law, which is no device, to two columns.</summary>
public static class LawFit
{
    /// <summary>The laws by name.</summary>
    public static IReadOnlyList<string> Names { get; } = ["Weibull", "Drift", "Saturating"];

    /// <summary>Fits.</summary>
    /// <param name="name">The law.</param>
    /// <param name="data">The file, for the record.</param>
    /// <param name="x">The points, SI.</param>
    /// <param name="y">[x].</param>
    /// <param name="fixedValues">The parameters that stay, with their values.</param>
    /// <param name="quantity">What y is.</param>
    /// <param name="abscissa">What x is.</param>
    /// <param name="options">How residuals count; null for least squares.</param>
    /// <exception cref="ArgumentException">There is no such law or parameter.</exception>
    public static DeviceFit Run(
        string name, string data, double[] x, double[] y, IReadOnlyDictionary<string, double> fixedValues, string quantity, string abscissa, FitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(fixedValues);
        IFormula law = name switch
        {
            "Weibull" => new WeibullLaw(),
            "Drift" => new PowerDriftLaw(),
            "Saturating" => new SaturatingLaw(),
            _ => throw new ArgumentException($"There is no law '{name}', expected one of {string.Join(", ", Names)}.", nameof(name)),
        };
        if (fixedValues.Keys.FirstOrDefault(key => !law.Parameters.Any(p => p.Name == key)) is { } unknown)
            throw new ArgumentException($"The law has no parameter '{unknown}', expected one of {string.Join(", ", law.Parameters.Select(p => p.Name))}.", nameof(fixedValues));
        FitParameter[] parameters = [.. law.Parameters.Select((p, i) =>
            fixedValues.TryGetValue(p.Name, out var value) ? p with { Start = value, Fixed = true } : p with { Start = Math.Clamp(Start(name, i, x, y), p.Lower, p.Upper) })];
        var problem = CurveFit.Problem(law, x, y, parameters);
        var result = MultiStart.Run(problem, options);
        Real[] values = [.. result.Values.Select(value => (Real)value)];
        var curve = new FittedCurve(name, x, y, [.. x.Select(at => law.At<Real>(at, values).Value)], quantity, abscissa) { HalfWidth = FitBand.HalfWidths(problem, result) };
        return new(name, [data], result, [curve], null, null);
    }

    // Estimated from the data: the level, the time of the middle, and a plain shape.
    private static double Start(string law, int parameter, double[] x, double[] y)
    {
        var top = y.Max();
        return (law, parameter) switch
        {
            ("Weibull", 0) => top,
            ("Weibull", 1) => x.Zip(y).Where(p => p.First > 0).OrderBy(p => Math.Abs(p.Second - (0.632 * top))).First().First,
            ("Weibull", _) => 1.5,
            ("Saturating", 0) => y[0],
            ("Saturating", 1) => y[^1] - y[0],
            ("Saturating", _) => Math.Abs(x[^1] - x[0]) / 3,
            (_, 0) => Math.Max(y[^1], 1e-15),
            _ => x[^1] > x[0] && x[0] > 0 && y[0] > 0 && y[^1] > 0 ? -Math.Log(y[^1] / y[0]) / Math.Log(x[^1] / x[0]) : 0.05,
        };
    }
}
