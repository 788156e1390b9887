using DevicePhys.Statistics;
using DevicePhys.Variability;
using MathNet.Numerics.Distributions;

namespace DevicePhys.Studies.MonteCarlo;

/// <summary>A mean over samples in groups, and how well it is known.</summary>
/// <remarks>
/// Independent samples: Student's interval. An even design or importance sampling: the means of the 16 groups, each a run of its own, by Student's
/// t with 15 degrees of freedom. With a draw of fitted numbers for each group the spread of the group means has a part that no number of samples
/// reduces, σ²(fit) = variance of the group means less what sampling explains (one-way analysis of variance, random effects); it enters the
/// interval whole. For an even design nothing is subtracted, since sampling explains less than independent samples would.
/// </remarks>
internal static class GroupMeans
{
    /// <summary>The mean.</summary>
    /// <param name="values">The values.</param>
    /// <param name="weights">[values].</param>
    /// <param name="indexes">[values]: the sample each belongs to.</param>
    /// <param name="independent">Whether samples are drawn independently, with equal weights.</param>
    /// <param name="fitted">Whether each group has a draw of fitted numbers.</param>
    public static (double Mean, double Deviation, Bounds Interval, double FitDeviation) Of(double[] values, double[] weights, int[] indexes, bool independent, bool fitted)
    {
        if (values.Length < 2)
            return (values.Length == 1 ? values[0] : double.NaN, double.NaN, new(double.NaN, double.NaN), 0);
        var (total, mean) = (weights.Sum(), 0.0);
        for (var i = 0; i < values.Length; i++)
            mean += weights[i] / total * values[i];
        var variance = 0.0;
        for (var i = 0; i < values.Length; i++)
            variance += weights[i] / total * (values[i] - mean) * (values[i] - mean);
        var deviation = Math.Sqrt(variance * values.Length / (values.Length - 1));
        if (independent && !fitted)
            return (mean, deviation, Around(mean, deviation / Math.Sqrt(values.Length), values.Length - 1), 0);

        var groups = new (double Sum, double Weight, double Squares, int Count)[SampleDesign.Groups];
        for (var i = 0; i < values.Length; i++)
        {
            ref var group = ref groups[indexes[i] % groups.Length];
            group = (group.Sum + (weights[i] * values[i]), group.Weight + weights[i], group.Squares + (values[i] * values[i]), group.Count + 1);
        }

        var used = groups.Where(group => group.Count > 0).ToArray();
        if (used.Length < 2)
            return (mean, deviation, new(double.NegativeInfinity, double.PositiveInfinity), 0);
        var between = Moments.Of([.. used.Select(group => group.Sum / group.Weight)]).Variance;
        if (!fitted)
            return (mean, deviation, Around(mean, Math.Sqrt(between / used.Length), used.Length - 1), 0);
        var within = 0.0;
        if (independent && values.Length > used.Length)
        {
            // Equal weights: the squares around the mean of each group.
            within = used.Sum(group => group.Squares - (group.Sum * group.Sum / group.Count)) / (values.Length - used.Length);
        }

        var fit = Math.Max(0, between - (within * used.Average(group => 1.0 / group.Count)));
        var sampling = independent ? within / values.Length : between / used.Length;
        return (mean, deviation, Around(mean, Math.Sqrt(fit + (fit / used.Length) + sampling), used.Length - 1), Math.Sqrt(fit));
    }

    private static Bounds Around(double mean, double error, int freedom)
    {
        var half = error * StudentT.InvCDF(0, 1, freedom, 0.975);
        return new(mean - half, mean + half);
    }
}
