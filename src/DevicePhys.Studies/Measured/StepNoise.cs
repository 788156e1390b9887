namespace DevicePhys.Studies.Measured;

/// <summary>The scatter of measured runs taken apart: spread of the steps (C2C), which stays in the device, and noise of the reads, which does not.</summary>
/// <param name="Step">Standard deviation of one step around its mean [S].</param>
/// <param name="Read">Standard deviation of one read [S].</param>
/// <remarks>
/// The difference of two reads m pulses apart, less the mean steps between them, has the variance m·step² + 2·read²: spreads of steps add up, read noise enters twice whatever the distance.
/// A straight line through the variances at distances of 1 to 16 points gives both; a negative one is 0. The separation of signal and noise follows Gong et al., Nat. Commun. 9, 2102 (2018).
/// What a single run wanders slowly counts partly as its mean curve: then the spread is a lower bound.
/// </remarks>
public sealed record StepNoise(double Step, double Read)
{
    private const int Distances = 16;

    /// <summary>Estimates both from runs beside their mean curve.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="mean">Their mean curve.</param>
    /// <param name="window">Half the window of its mean step [S].</param>
    /// <returns>The estimate.</returns>
    public static StepNoise Of(IReadOnlyList<PulseCurve> runs, MonotoneCurve mean, double window)
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(mean);
        var walks = runs.Select(run => Walk(run, mean, window)).ToList();
        var points = new List<(double Pulses, double Variance)>();
        for (var distance = 1; distance <= Math.Min(Distances, runs.Max(run => run.Pulses.Count) / 4); distance++)
        {
            var (squares, pulses, count) = (0.0, 0.0, 0);
            for (var r = 0; r < runs.Count; r++)
            {
                for (var k = distance; k < walks[r].Length; k++)
                {
                    squares += Math.Pow(walks[r][k] - walks[r][k - distance], 2);
                    pulses += runs[r].Pulses[k] - runs[r].Pulses[k - distance];
                    count++;
                }
            }

            if (count > 0)
            {
                points.Add((pulses / count, squares / count));
            }
        }

        var (x, y) = (points.Average(point => point.Pulses), points.Average(point => point.Variance));
        var spread = points.Sum(point => Math.Pow(point.Pulses - x, 2));
        var slope = spread == 0 ? 0 : Math.Max(0, points.Sum(point => (point.Pulses - x) * (point.Variance - y)) / spread);
        return new StepNoise(Math.Sqrt(slope), Math.Sqrt(Math.Max(0, y - (slope * x)) / 2));
    }

    /// <summary>[Points]: the reads less the mean steps up to them [S].</summary>
    private static double[] Walk(PulseCurve run, MonotoneCurve mean, double window)
    {
        var (walk, steps) = (new double[run.Pulses.Count], 0.0);
        for (var k = 0; k < walk.Length; k++)
        {
            if (k > 0)
            {
                var middle = mean.After((run.Pulses[k] + run.Pulses[k - 1]) / 2);
                steps += mean.Step(middle, window) * (run.Pulses[k] - run.Pulses[k - 1]);
            }

            walk[k] = run.Conductance[k] - steps;
        }

        return walk;
    }
}
