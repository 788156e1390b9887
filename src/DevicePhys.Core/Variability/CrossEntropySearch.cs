namespace DevicePhys.Variability;

/// <summary>Finds where in the space of standard normal numbers a rare event lies: the shift for importance sampling.</summary>
/// <remarks>
/// The cross-entropy method with a moving level (Rubinstein, Methodol. Comput. Appl. Probab. 1, 127 (1999); de Boer et al., Ann. Oper. Res. 134, 19
/// (2005)), the shift alone adapted: draw around the present shift, take the worst tenth, move to their weighted mean, until the worst tenth
/// fails. One place is found; an event with several separate places is seen by the nominal part of <see cref="DefensiveMixture"/> only.
/// Deterministic in the seed.
/// </remarks>
public static class CrossEntropySearch
{
    private const int MostRounds = 30;
    private const double Elite = 0.1;

    /// <summary>Searches.</summary>
    /// <param name="dimensions">How many standard normal numbers.</param>
    /// <param name="excess">How far a point is from the event, at or below 0 within it; NaN counts as within. Called from several threads.</param>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="samples">Points of a round, at least 100.</param>
    /// <param name="threads">Points worked on at a time; the outcome does not depend on it.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns>[dimensions]: the shift.</returns>
    public static double[] Shift(int dimensions, Func<double[], double> excess, ulong seed, int samples = 500, int threads = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(excess);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 100);
        var shift = new double[dimensions];
        for (var round = 0; round < MostRounds; round++)
        {
            var (points, heights) = (new double[samples][], new double[samples]);
            var from = shift;

            // A seed of its own for each round; the upper half of the word keeps clear of the seeds people choose.
            var design = new SampleDesign(SamplingDesign.LatinHypercube, seed ^ ((ulong)(round + 1) << 32), samples, dimensions);
            Parallel.For(0, samples, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, i =>
            {
                var z = new double[dimensions];
                design.Normals(i, z);
                for (var d = 0; d < dimensions; d++)
                    z[d] += from[d];
                (points[i], heights[i]) = (z, excess(z) is var height && double.IsNaN(height) ? double.NegativeInfinity : height);
            });
            var level = Math.Max(0, Quantile(heights));
            shift = Mean(points, heights, level, shift);
            if (level == 0)
                return shift;
        }

        return shift;
    }

    // Infinite heights have no place between two others.
    private static double Quantile(double[] heights) => heights.Order().ElementAt((int)(Elite * heights.Length));

    private static double[] Mean(double[][] points, double[] heights, double level, double[] shift)
    {
        var (sums, total) = (new double[shift.Length], 0.0);
        for (var i = 0; i < points.Length; i++)
        {
            if (heights[i] > level)
                continue;
            var weight = Math.Exp(-Enumerable.Range(0, shift.Length).Sum(d => shift[d] * (points[i][d] - (0.5 * shift[d]))));
            total += weight;
            for (var d = 0; d < shift.Length; d++)
                sums[d] += weight * points[i][d];
        }

        return total > 0 ? [.. sums.Select(sum => sum / total)] : shift;
    }
}
