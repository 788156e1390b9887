using DevicePhys.Errors;
using DevicePhys.Tables;

namespace DevicePhys.Circuits.Testbenches;

/// <summary>Brings steps measured at the states of a device onto equally spaced conductances.</summary>
internal static class EqualBins
{
    /// <summary>Interpolates the steps of equal level linearly in conductance.</summary>
    /// <param name="card">The card, for messages.</param>
    /// <param name="conductances">[Bins], [S]: at each state, rising or falling strictly.</param>
    /// <param name="raising">[Bins × Levels], [S].</param>
    /// <param name="lowering">[Bins × Levels], [S].</param>
    /// <param name="levels">Levels per bin.</param>
    /// <param name="noise">Read noise at a conductance [S].</param>
    /// <returns>The corner.</returns>
    public static TableCorner Resample(string card, double[] conductances, double[] raising, double[] lowering, int levels, Func<double, double> noise)
    {
        if (conductances[0] > conductances[^1])
        {
            Array.Reverse(conductances);
            (raising, lowering) = (ReverseRows(raising, levels), ReverseRows(lowering, levels));
        }

        var bins = conductances.Length;
        for (var bin = 1; bin < bins; bin++)
        {
            if (!(conductances[bin] > conductances[bin - 1]))
            {
                throw new CardException($"{card}: its read conductance does not rise or fall steadily with its state, which a pulse table needs.");
            }
        }

        var (gMin, gMax) = (conductances[0], conductances[^1]);
        var grid = Enumerable.Range(0, bins).Select(bin => gMin + ((gMax - gMin) * bin / (bins - 1))).ToArray();
        return new TableCorner(gMin, gMax, Interpolate(raising), Interpolate(lowering), grid.Select(noise).ToArray());

        double[] Interpolate(double[] steps)
        {
            var result = new double[steps.Length];
            var below = 0;
            for (var bin = 0; bin < bins; bin++)
            {
                while (below < bins - 2 && conductances[below + 1] < grid[bin])
                {
                    below++;
                }

                // Equal spacing up to rounding is the common case (a count): then the measured row is the row.
                var weight = (grid[bin] - conductances[below]) / (conductances[below + 1] - conductances[below]);
                weight = Math.Abs(weight - Math.Round(weight)) < 1e-9 ? Math.Round(weight) : weight;
                for (var level = 0; level < levels; level++)
                {
                    var low = steps[(below * levels) + level];
                    var high = steps[((below + 1) * levels) + level];
                    result[(bin * levels) + level] = ((1 - weight) * low) + (weight * high);
                }
            }

            return result;
        }
    }

    private static double[] ReverseRows(double[] steps, int levels) => [.. steps.Chunk(levels).Reverse().SelectMany(row => row)];
}
