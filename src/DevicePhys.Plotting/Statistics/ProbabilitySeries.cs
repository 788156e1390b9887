namespace DevicePhys.Plotting;

/// <summary>One sample of a probability plot.</summary>
/// <param name="Name">What it is, for the legend.</param>
/// <param name="Values">[Samples], in the SI unit of the horizontal axis, in any order.</param>
/// <param name="Surviving">How many more samples there are whose value is only known to be larger than all of these, such as cells that had not failed yet.</param>
/// <param name="Distribution">A distribution function drawn as a line through them, from a value to a probability in [0, 1]; null for none.</param>
public sealed record ProbabilitySeries(string Name, IReadOnlyList<double> Values, int Surviving = 0, Func<double, double>? Distribution = null)
{
    /// <summary>The places of the values on the plot: each with its median rank.</summary>
    /// <returns>[Samples], ascending: value and cumulative probability (i - 0.3)/(n + 0.4), i from 1.</returns>
    /// <remarks>Benard and Bos-Levenbach's approximation of the median rank (1953), the rule of most reliability handbooks.</remarks>
    public IReadOnlyList<(double Value, double Probability)> Ranks() =>
        [.. Values.Order().Select((value, i) => (value, (i + 0.7) / (Values.Count + Surviving + 0.4)))];
}
