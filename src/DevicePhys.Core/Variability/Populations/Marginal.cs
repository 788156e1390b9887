using MathNet.Numerics.Distributions;
using MathNet.Numerics.RootFinding;

namespace DevicePhys.Variability;

/// <summary>A distribution fitted to values by maximum likelihood.</summary>
/// <param name="Kind">Which.</param>
/// <param name="First">Mean of the values, mean of their logarithms, or shape; of a mixture the logarithm at which it is cut off below; 0 for an empirical one.</param>
/// <param name="Second">Standard deviation of the values, that of their logarithms, or scale; of a mixture the logarithm at which it is cut off above; 0 for an empirical one.</param>
/// <param name="Values">The measured values, ascending, for an empirical distribution; else empty.</param>
/// <remarks>
/// A mixture is cut off a tenth of the measured range beyond its ends, on the logarithm: outliers span decades, and the tail of their normal
/// distribution would put devices where none was seen, orders of magnitude away.
/// </remarks>
public sealed record Marginal(MarginalKind Kind, double First, double Second, IReadOnlyList<double> Values)
{
    private const double Beyond = 0.1;

    /// <summary>The two populations of a mixture, of the logarithms of the values; null for other kinds.</summary>
    public TwoComponents? Parts { get; init; }

    /// <summary>Fits a distribution.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="values">At least 3 values that are not all the same, 8 for a mixture; above 0 unless normal or empirical.</param>
    /// <exception cref="ArgumentException">There are too few values, they do not vary, or one is not above 0.</exception>
    public static Marginal Fit(MarginalKind kind, IReadOnlyCollection<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] sorted = [.. values.Order()];
        if (sorted.Length < 3 || !(sorted[0] < sorted[^1]))
            throw new ArgumentException($"There are {sorted.Length} values, expected at least 3 that differ.", nameof(values));
        if (kind is MarginalKind.LogNormal or MarginalKind.Weibull or MarginalKind.Mixture && !(sorted[0] > 0))
            throw new ArgumentException($"A value is {sorted[0]}, expected values above 0 for this distribution.", nameof(values));
        if (kind == MarginalKind.Empirical)
            return new(kind, 0, 0, sorted);
        double[] numbers = kind == MarginalKind.Normal ? sorted : [.. sorted.Select(x => Math.Log(x))];
        if (kind == MarginalKind.Weibull)
            return Weibull(sorted, numbers);
        if (kind == MarginalKind.Mixture)
            return new(kind, numbers[0] - (Beyond * (numbers[^1] - numbers[0])), numbers[^1] + (Beyond * (numbers[^1] - numbers[0])), []) { Parts = TwoComponents.Fit(numbers) };
        var mean = numbers.Average();
        return new(kind, mean, Math.Sqrt(numbers.Average(x => (x - mean) * (x - mean))), []);
    }

    /// <summary>The distribution function.</summary>
    /// <param name="x">A value.</param>
    public double Cumulative(double x) => Kind switch
    {
        MarginalKind.Normal => Normal.CDF(First, Second, x),
        MarginalKind.LogNormal => x > 0 ? Normal.CDF(First, Second, Math.Log(x)) : 0,
        MarginalKind.Weibull => x > 0 ? 1 - Math.Exp(-Math.Pow(x / Second, First)) : 0,
        MarginalKind.Mixture => x > 0 ? Math.Clamp((Parts!.Cumulative(Math.Log(x)) - Parts.Cumulative(First)) / Inside, 0, 1) : 0,
        _ => EmpiricalShare(x),
    };

    /// <summary>The value below which a share lies.</summary>
    /// <param name="share">The share, in (0, 1).</param>
    public double Quantile(double share) => Kind switch
    {
        MarginalKind.Normal => Normal.InvCDF(First, Second, share),
        MarginalKind.LogNormal => Math.Exp(Normal.InvCDF(First, Second, share)),
        MarginalKind.Weibull => Second * Math.Pow(-Math.Log(1 - share), 1 / First),
        MarginalKind.Mixture => Math.Exp(Math.Clamp(Parts!.Quantile(Parts.Cumulative(First) + (share * Inside)), First, Second)),
        _ => EmpiricalValue(share),
    };

    /// <summary>Akaike's criterion: 2 for each parameter less twice the logarithm of the likelihood; infinite for an empirical one.</summary>
    /// <param name="values">The values it was fitted to.</param>
    public double Aic(IEnumerable<double> values) => Kind switch
    {
        MarginalKind.Normal => 4 - (2 * values.Sum(x => Normal.PDFLn(First, Second, x))),
        MarginalKind.LogNormal => 4 - (2 * values.Sum(x => Normal.PDFLn(First, Second, Math.Log(x)) - Math.Log(x))),
        MarginalKind.Weibull => 4 - (2 * values.Sum(x => Math.Log(First / Second) + ((First - 1) * Math.Log(x / Second)) - Math.Pow(x / Second, First))),
        MarginalKind.Mixture => 10 - (2 * values.Sum(x => Parts!.LogDensity(Math.Log(x)) - Math.Log(Inside) - Math.Log(x))),
        _ => double.PositiveInfinity,
    };

    /// <summary>The statistic A² of Anderson and Darling (JASA 49, 765 (1954)): how far the values are from the distribution, tails counted most.</summary>
    /// <param name="values">The values.</param>
    public double AndersonDarling(IReadOnlyCollection<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] shares = [.. values.Order().Select(x => Math.Clamp(Cumulative(x), 1e-300, 1 - 1.2e-16))];
        var (n, sum) = (shares.Length, 0.0);
        for (var i = 0; i < n; i++)
            sum += ((2 * i) + 1) * (Math.Log(shares[i]) + Math.Log(1 - shares[n - 1 - i]));
        return -n - (sum / n);
    }

    // The share of a mixture that is not cut off.
    private double Inside => Parts!.Cumulative(Second) - Parts.Cumulative(First);

    // The likelihood is greatest where Σ x^k ln x / Σ x^k - 1/k is the mean logarithm.
    private static Marginal Weibull(double[] values, double[] logs)
    {
        var (mean, largest) = (logs.Average(), logs[^1]);
        var shape = Brent.FindRoot(Balance, 1e-2, 1e3, 1e-13, 500);
        var scale = Math.Exp(largest) * Math.Pow(logs.Average(log => Math.Exp(shape * (log - largest))), 1 / shape);
        return new(MarginalKind.Weibull, shape, scale, []);

        double Balance(double k)
        {
            var (up, down) = (0.0, 0.0);
            foreach (var log in logs)
            {
                var power = Math.Exp(k * (log - largest));
                (up, down) = (up + (power * log), down + power);
            }

            return (up / down) - (1 / k) - mean;
        }
    }

    // The i-th of n values lies at (i - 1/2)/n.
    private double EmpiricalShare(double x)
    {
        var n = Values.Count;
        if (x <= Values[0])
            return x < Values[0] ? 0.25 / n : 0.5 / n;
        if (x >= Values[n - 1])
            return 1 - (x > Values[n - 1] ? 0.25 / n : 0.5 / n);

        // Equal values share the middle of their ranks.
        int below = 0, upTo = 0;
        foreach (var value in Values)
            (below, upTo) = (below + (value < x ? 1 : 0), upTo + (value <= x ? 1 : 0));
        if (upTo > below)
            return (below + upTo) / (2.0 * n);
        return (below - 0.5 + ((x - Values[below - 1]) / (Values[below] - Values[below - 1]))) / n;
    }

    private double EmpiricalValue(double share)
    {
        var place = Math.Clamp((share * Values.Count) - 0.5, 0, Values.Count - 1);
        var at = Math.Min((int)place, Values.Count - 2);
        return Values[at] + ((place - at) * (Values[at + 1] - Values[at]));
    }
}
