namespace DevicePhys.Studies.Measured;

/// <summary>The mean pulse response behind noisy runs: conductance that never turns back along the pulses.</summary>
/// <remarks>
/// Isotonic least squares by pooling adjacent violators (Ayer, Brunk, Ewing, Reid, Silverman, Ann. Math. Stat. 26, 641, 1955) over the points of all
/// runs, points of equal pulse number averaged first; between the centres of the pools the curve is straight. No law of the device is assumed.
/// The mean step at a conductance is the width of a window around it divided by the pulses that the curve spends there, so noise of single points averages out.
/// </remarks>
public sealed class MonotoneCurve
{
    private readonly double[] pulses;
    private readonly double[] values;
    private readonly int sign;

    /// <summary>Fits the runs of one polarity.</summary>
    /// <param name="runs">The runs, all rising or all falling.</param>
    /// <param name="rises">Whether they rise.</param>
    public MonotoneCurve(IReadOnlyList<PulseCurve> runs, bool rises)
    {
        ArgumentNullException.ThrowIfNull(runs);
        sign = rises ? 1 : -1;
        var points = runs.SelectMany(run => run.Pulses.Zip(run.Conductance, (pulse, value) => (Pulse: pulse, Value: sign * value)))
            .GroupBy(point => point.Pulse).OrderBy(group => group.Key)
            .Select(group => (Pulse: group.Key, Value: group.Average(point => point.Value), Weight: (double)group.Count()));
        var pools = new List<(double Pulse, double Value, double Weight)>();
        foreach (var point in points)
        {
            var pool = point;
            while (pools.Count > 0 && pools[^1].Value >= pool.Value)
            {
                var before = pools[^1];
                var weight = before.Weight + pool.Weight;
                pool = (((before.Pulse * before.Weight) + (pool.Pulse * pool.Weight)) / weight, ((before.Value * before.Weight) + (pool.Value * pool.Weight)) / weight, weight);
                pools.RemoveAt(pools.Count - 1);
            }

            pools.Add(pool);
        }

        (pulses, values) = ([.. pools.Select(pool => pool.Pulse)], [.. pools.Select(pool => pool.Value)]);
    }

    /// <summary>The lowest conductance of the curve [S].</summary>
    public double Lowest => sign > 0 ? values[0] : -values[^1];

    /// <summary>The highest conductance of the curve [S].</summary>
    public double Highest => sign > 0 ? values[^1] : -values[0];

    /// <summary>The conductance after a number of pulses [S]; constant beyond the first and the last pool.</summary>
    /// <param name="pulse">Pulses.</param>
    public double After(double pulse) => sign * Interpolate(pulses, values, pulse);

    /// <summary>The mean step of one pulse.</summary>
    /// <param name="conductance">Where [S].</param>
    /// <param name="window">Half the width of the window [S].</param>
    /// <returns>The step [S], with its sign.</returns>
    public double Step(double conductance, double window)
    {
        var value = sign * conductance;
        var (from, to) = (Math.Max(value - window, values[0]), Math.Min(value + window, values[^1]));
        var spent = Interpolate(values, pulses, to) - Interpolate(values, pulses, from);
        return to > from && spent > 0 ? sign * (to - from) / spent : 0;
    }

    private static double Interpolate(double[] x, double[] y, double at)
    {
        var place = Array.BinarySearch(x, at);
        if (place >= 0)
        {
            return y[place];
        }

        var above = ~place;
        return above == 0 ? y[0]
            : above == x.Length ? y[^1]
            : y[above - 1] + ((y[above] - y[above - 1]) * (at - x[above - 1]) / (x[above] - x[above - 1]));
    }
}
