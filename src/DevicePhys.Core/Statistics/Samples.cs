namespace DevicePhys.Statistics;

/// <summary>What every statistic that works on ordered values begins with.</summary>
internal static class Samples
{
    /// <summary>A sorted copy.</summary>
    /// <exception cref="ArgumentException">There is no value, or one is NaN.</exception>
    public static double[] Sorted(ReadOnlySpan<double> values, string name)
    {
        if (values.IsEmpty)
            throw new ArgumentException("There are no values; at least 1 is needed.", name);
        var sorted = values.ToArray();
        Array.Sort(sorted);

        // The order of doubles puts NaN first.
        return double.IsNaN(sorted[0]) ? throw new ArgumentException("A value is NaN, which has no place in an order.", name) : sorted;
    }
}
