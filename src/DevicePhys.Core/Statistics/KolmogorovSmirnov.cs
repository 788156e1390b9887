namespace DevicePhys.Statistics;

/// <summary>The outcome of a Kolmogorov-Smirnov test: how far apart two distributions are, and how often chance alone gives as much.</summary>
/// <remarks>
/// The chance is the asymptotic one, Q(sqrt(n) D); good from about 50 values on. It holds for continuous distributions; where values
/// repeat, as counts do, the true chance is smaller than the one given.
/// </remarks>
/// <param name="Statistic">The largest distance D between the two distribution functions, in [0, 1].</param>
/// <param name="PValue">The chance of a distance of D or more where both distributions are the same.</param>
public sealed record KolmogorovSmirnov(double Statistic, double PValue)
{
    /// <summary>Compares values with a distribution that is known.</summary>
    /// <param name="values">Independent values; at least 1, no NaN.</param>
    /// <param name="distribution">The distribution function F(x), continuous, from 0 to 1.</param>
    /// <exception cref="ArgumentException">There is no value, a value is NaN, or F gave something outside [0, 1].</exception>
    public static KolmogorovSmirnov OneSample(ReadOnlySpan<double> values, Func<double, double> distribution)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        var sorted = Samples.Sorted(values, nameof(values));
        var largest = 0.0;
        for (var rank = 0; rank < sorted.Length; rank++)
        {
            var f = distribution(sorted[rank]);
            if (!(f >= 0 && f <= 1))
                throw new ArgumentException($"The distribution function is {f} at {sorted[rank]}; it must be from 0 to 1.", nameof(distribution));
            largest = Math.Max(largest, Math.Max(f - ((double)rank / sorted.Length), ((rank + 1.0) / sorted.Length) - f));
        }

        return new KolmogorovSmirnov(largest, Exceedance(Math.Sqrt(sorted.Length) * largest));
    }

    /// <summary>Compares two samples with each other.</summary>
    /// <param name="first">Independent values; at least 1, no NaN.</param>
    /// <param name="second">Independent values; at least 1, no NaN.</param>
    /// <exception cref="ArgumentException">A sample is empty or holds NaN.</exception>
    public static KolmogorovSmirnov TwoSample(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        var a = Samples.Sorted(first, nameof(first));
        var b = Samples.Sorted(second, nameof(second));
        double largest = 0, n = a.Length, m = b.Length;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            // Both functions are looked at only after all values equal to this one.
            var x = Math.Min(a[i], b[j]);
            while (i < a.Length && a[i] <= x)
                i++;
            while (j < b.Length && b[j] <= x)
                j++;
            largest = Math.Max(largest, Math.Abs((i / n) - (j / m)));
        }

        return new KolmogorovSmirnov(largest, Exceedance(Math.Sqrt(n * m / (n + m)) * largest));
    }

    /// <summary>Kolmogorov's Q: the chance that sqrt(n) D exceeds a value, for large n.</summary>
    /// <param name="value">The value; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or NaN.</exception>
    public static double Exceedance(double value)
    {
        if (!(value >= 0))
            throw new ArgumentOutOfRangeException(nameof(value), value, "Kolmogorov's Q is defined from 0 on.");

        // Nearer to 1 than a double can tell.
        if (value < 0.05)
            return 1;

        // The two series are the same function; each is taken where 4 terms give all digits.
        var sum = 0.0;
        if (value < 1.18)
        {
            for (var odd = 1; odd <= 7; odd += 2)
                sum += Math.Exp(-odd * odd * Math.PI * Math.PI / (8 * value * value));
            return 1 - (Math.Sqrt(2 * Math.PI) / value * sum);
        }

        for (var k = 4; k >= 1; k--)
            sum = Math.Exp(-2.0 * k * k * value * value) - sum;
        return 2 * sum;
    }
}
