using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DevicePhys.Statistics;

/// <summary>The first four moments of a sample, gathered value by value, block by block, or from parts put together.</summary>
/// <remarks>
/// Sums of powers of deviations from the mean (Pébay, Sandia report SAND2008-6212), so a large mean costs no digits. Immutable:
/// <c>moments += Moments.Of(block)</c>. The default value is the empty sample. Results do not depend on the machine's vector width.
/// </remarks>
public readonly record struct Moments
{
    private const int Block = 512;

    private Moments(long count, double mean, double m2, double m3, double m4) =>
        (Count, Mean, M2, M3, M4) = (count, mean, m2, m3, m4);

    /// <summary>The number of values.</summary>
    public long Count { get; }

    /// <summary>The mean; 0 for the empty sample.</summary>
    public double Mean { get; }

    private double M2 { get; }

    private double M3 { get; }

    private double M4 { get; }

    /// <summary>The unbiased variance (divided by count - 1).</summary>
    /// <exception cref="InvalidOperationException">There are fewer than 2 values.</exception>
    public double Variance => Count >= 2 ? M2 / (Count - 1) : throw new InvalidOperationException($"A variance needs 2 values; there are {Count}.");

    /// <summary>The square root of <see cref="Variance"/>.</summary>
    /// <exception cref="InvalidOperationException">There are fewer than 2 values.</exception>
    public double StandardDeviation => Math.Sqrt(Variance);

    /// <summary>The skewness m3 / m2^(3/2) of the sample itself, not corrected for its size; 0 for symmetric values.</summary>
    /// <exception cref="InvalidOperationException">All values are the same, or there are none.</exception>
    public double Skewness => Math.Sqrt(Count) * M3 / (Spread * Math.Sqrt(Spread));

    /// <summary>The kurtosis m4 / m2^2 of the sample itself, not corrected for its size; 3 for normal values.</summary>
    /// <exception cref="InvalidOperationException">All values are the same, or there are none.</exception>
    public double Kurtosis => Count * M4 / (Spread * Spread);

    private double Spread => M2 > 0 ? M2 : throw new InvalidOperationException($"The {Count} values have no spread; a shape needs 2 that differ.");

    /// <summary>The moments of two samples put together.</summary>
    public static Moments operator +(Moments left, Moments right)
    {
        if (left.Count == 0)
            return right;
        if (right.Count == 0)
            return left;

        double a = left.Count, b = right.Count, n = a + b;
        var delta = right.Mean - left.Mean;
        var share = delta / n;
        var cross = delta * share * a * b;
        return new Moments(
            left.Count + right.Count,
            left.Mean + (share * b),
            left.M2 + right.M2 + cross,
            left.M3 + right.M3 + (cross * share * (a - b)) + (3 * share * ((a * right.M2) - (b * left.M2))),
            left.M4 + right.M4 + (cross * share * share * ((a * a) - (a * b) + (b * b)))
                + (6 * share * share * ((a * a * right.M2) + (b * b * left.M2))) + (4 * share * ((a * right.M3) - (b * left.M3))));
    }

    /// <summary>The moments with one more value.</summary>
    /// <param name="value">The value; finite.</param>
    /// <exception cref="ArgumentException">The value is not finite.</exception>
    public Moments Add(double value) => this + Of([value]);

    /// <summary>The moments of some values.</summary>
    /// <param name="values">The values; all finite.</param>
    /// <exception cref="ArgumentException">A value is not finite, or so large that its fourth power is not.</exception>
    public static Moments Of(ReadOnlySpan<double> values)
    {
        var moments = default(Moments);
        for (; !values.IsEmpty; values = values[Math.Min(Block, values.Length)..])
            moments += OfBlock(values[..Math.Min(Block, values.Length)]);
        return moments;
    }

    /// <summary>The moments of some values, formed in double precision.</summary>
    /// <param name="values">The values; all finite.</param>
    /// <exception cref="ArgumentException">A value is not finite, or so large that its fourth power is not.</exception>
    public static Moments Of(ReadOnlySpan<float> values)
    {
        var moments = default(Moments);
        Span<double> wide = stackalloc double[Block];
        for (; !values.IsEmpty; values = values[Math.Min(Block, values.Length)..])
        {
            var length = Math.Min(Block, values.Length);
            for (var at = 0; at < length; at++)
                wide[at] = values[at];
            moments += OfBlock(wide[..length]);
        }

        return moments;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count} values of mean {Mean}");

    private static Moments OfBlock(ReadOnlySpan<double> values)
    {
        var lanes = MemoryMarshal.Cast<double, Vector256<double>>(values);
        var rest = values[(lanes.Length * Vector256<double>.Count)..];
        var sums = Vector256<double>.Zero;
        foreach (var lane in lanes)
            sums += lane;
        var sum = Vector256.Sum(sums);
        foreach (var value in rest)
            sum += value;
        var mean = sum / values.Length;

        Vector256<double> s2 = Vector256<double>.Zero, s3 = s2, s4 = s2;
        foreach (var lane in lanes)
        {
            var d = lane - Vector256.Create(mean);
            var square = d * d;
            s2 += square;
            s3 += square * d;
            s4 += square * square;
        }

        double m2 = Vector256.Sum(s2), m3 = Vector256.Sum(s3), m4 = Vector256.Sum(s4);
        foreach (var value in rest)
        {
            var d = value - mean;
            (m2, m3, m4) = (m2 + (d * d), m3 + (d * d * d), m4 + (d * d * d * d));
        }

        return double.IsFinite(m4)
            ? new Moments(values.Length, mean, m2, m3, m4)
            : throw new ArgumentException("A value is not finite, or its fourth power is not; moments need finite values.", nameof(values));
    }
}
