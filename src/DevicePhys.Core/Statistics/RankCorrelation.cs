namespace DevicePhys.Statistics;

/// <summary>Spearman's rank correlation: how far two quantities rise together, whatever the curve.</summary>
public static class RankCorrelation
{
    /// <summary>The coefficient.</summary>
    /// <param name="first">Values; no NaN.</param>
    /// <param name="second">[first]: the values that go with them; no NaN.</param>
    /// <returns>From -1 to 1; NaN where one of the two does not vary.</returns>
    /// <exception cref="ArgumentException">The lengths differ, there are fewer than 2 values, or one is NaN.</exception>
    public static double Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (first.Length != second.Length || first.Length < 2)
            throw new ArgumentException($"There are {first.Length} and {second.Length} values, expected as many of each and at least 2.", nameof(second));
        return Pearson(Ranks(first, nameof(first)), Ranks(second, nameof(second)));
    }

    /// <summary>Pearson's coefficient of the values themselves.</summary>
    /// <param name="first">Values, finite.</param>
    /// <param name="second">[first]: the values that go with them, finite.</param>
    /// <returns>From -1 to 1; NaN where one of the two does not vary.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or there are no values.</exception>
    public static double Pearson(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (first.Length != second.Length)
            throw new ArgumentException($"There are {first.Length} and {second.Length} values, expected as many of each.", nameof(second));
        var (a, b) = (Moments.Of(first).Mean, Moments.Of(second).Mean);
        double ab = 0, aa = 0, bb = 0;
        for (var i = 0; i < first.Length; i++)
        {
            var (x, y) = (first[i] - a, second[i] - b);
            (ab, aa, bb) = (ab + (x * y), aa + (x * x), bb + (y * y));
        }

        return aa > 0 && bb > 0 ? Math.Clamp(ab / Math.Sqrt(aa * bb), -1, 1) : double.NaN;
    }

    // Equal values share the mean of their ranks.
    private static double[] Ranks(ReadOnlySpan<double> values, string name)
    {
        var (sorted, places) = (values.ToArray(), Enumerable.Range(0, values.Length).ToArray());
        if (sorted.Any(double.IsNaN))
            throw new ArgumentException("A value is NaN, which has no rank.", name);
        Array.Sort(sorted, places);
        var ranks = new double[values.Length];
        for (var start = 0; start < sorted.Length;)
        {
            var end = start + 1;
            while (end < sorted.Length && sorted[end].Equals(sorted[start]))
                end++;
            for (var at = start; at < end; at++)
                ranks[places[at]] = (start + end + 1) / 2.0;
            start = end;
        }

        return ranks;
    }
}
