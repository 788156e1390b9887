namespace DevicePhys.Tables;

/// <summary>Turns a sample into the equally likely levels a table row holds.</summary>
public static class LevelMeans
{
    /// <summary>Sorts a sample and averages each of its equal slices, so that the mean of the levels is the mean of the sample.</summary>
    /// <param name="sample">The sample; sorted in place. At least one value.</param>
    /// <param name="levels">[Levels], filled, ascending.</param>
    /// <remarks>Slice boundaries inside a value share it between both slices in proportion, so any sample size fits any number of levels.</remarks>
    public static void Fill(Span<double> sample, Span<double> levels)
    {
        ArgumentOutOfRangeException.ThrowIfZero(sample.Length);
        sample.Sort();
        var slice = (double)sample.Length / levels.Length;
        for (var level = 0; level < levels.Length; level++)
        {
            var (from, to) = (level * slice, Math.Min((level + 1) * slice, sample.Length));
            var (sum, first, last) = (0.0, (int)from, (int)from);
            for (var i = first; i < sample.Length && i < to; i++)
            {
                sum += sample[i] * (Math.Min(to, i + 1) - Math.Max(from, i));
                last = i;
            }

            // A mean lies within its slice, except by rounding, which would put slices of equal values out of order.
            levels[level] = Math.Clamp(sum / slice, sample[first], sample[last]);
        }
    }
}
