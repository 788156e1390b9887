using MathNet.Numerics.Distributions;

namespace DevicePhys.Statistics;

/// <summary>temp</summary>
public sealed record ConfidenceInterval(double Mean, double? HalfWidth, int Count)
{
    /// <summary>temp</summary>
    public static ConfidenceInterval OfMean(ReadOnlySpan<double> values, double level = 0.95)
    {
        var mean = 0.0;
        foreach (var v in values) { mean += v / values.Length; }
        var s = 0.0;
        foreach (var v in values) { s += (v - mean) * (v - mean); }
        return new(mean, values.Length < 2 ? null : StudentT.InvCDF(0, 1, values.Length - 1, (1 + level) / 2) * Math.Sqrt(s / (values.Length - 1) / values.Length), values.Length);
    }
}
