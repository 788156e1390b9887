using DevicePhys.Sampling;

namespace DevicePhys.Fitting;

/// <summary>A search of the whole box of bounds, begun where starts are drawn, for a start that does not depend on a guess.</summary>
/// <remarks>
/// Storn and Price, J. Global Optim. 11, 341 (1997), scheme rand-to-best/1/bin with dithered weight; the members are drawn on the scale of each
/// parameter. Same seed, same answer.
/// </remarks>
public static class DifferentialEvolution
{
    private const double Crossover = 0.8, Spread = 1e-6;

    /// <summary>Searches.</summary>
    /// <param name="problem">What to fit; every free parameter needs finite bounds.</param>
    /// <param name="options">How residuals count; null for the defaults.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="generations">When to stop at the latest.</param>
    /// <param name="cancellation">Ends the search between two generations.</param>
    /// <returns>[Parameters]: the best values found, a start for <see cref="LevenbergMarquardt"/>.</returns>
    /// <exception cref="ArgumentException">A free parameter has no finite bounds.</exception>
    public static double[] Search(FitProblem problem, FitOptions? options = null, ulong seed = 1, int generations = 200, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        options ??= new FitOptions();
        var free = problem.Free.ToArray().Select(i => problem.Parameters[i]).ToArray();
        foreach (var parameter in free)
        {
            if (!double.IsFinite(parameter.ToScale(parameter.Lower)) || !double.IsFinite(parameter.ToScale(parameter.Upper)))
                throw new ArgumentException($"Parameter '{parameter.Name}' has no bounds to search within, expected two finite numbers.", nameof(problem));
        }

        var (n, members) = (free.Length, Math.Max(16, 8 * free.Length));
        var random = new RandomStream(seed, "differential evolution");
        var (low, high) = (free.Select(p => p.ToScale(p.Lower)).ToArray(), free.Select(p => p.ToScale(p.Upper)).ToArray());
        var starts = free.Select(p => p.Starts is { } ends ? (p.ToScale(ends.Low), p.ToScale(ends.High)) : (p.ToScale(p.Lower), p.ToScale(p.Upper))).ToArray();
        var (population, costs) = (new double[members][], new double[members]);
        var (values, residuals) = (problem.StartValues(), new double[problem.ResidualCount]);
        for (var i = 0; i < members; i++)
        {
            population[i] = i == 0 ? problem.Scaled(values) : [.. Enumerable.Range(0, n).Select(k => starts[k].Item1 + ((starts[k].Item2 - starts[k].Item1) * random.NextDouble()))];
            costs[i] = Cost(population[i]);
        }

        var trial = new double[n];
        for (var generation = 0; generation < generations; generation++)
        {
            cancellation.ThrowIfCancellationRequested();
            var best = Array.IndexOf(costs, costs.Min());
            if (costs.Max() - costs[best] <= Spread * costs[best])
                break;
            for (var i = 0; i < members; i++)
            {
                var (a, b) = (Other(i), Other(i));
                var (weight, forced) = (0.5 + (0.5 * random.NextDouble()), random.NextInt(n));
                for (var k = 0; k < n; k++)
                {
                    var mutant = population[i][k] + (weight * (population[best][k] - population[i][k])) + (weight * (population[a][k] - population[b][k]));
                    trial[k] = k == forced || random.NextDouble() < Crossover ? Within(mutant, low[k], high[k]) : population[i][k];
                }

                var cost = Cost(trial);
                if (cost <= costs[i])
                {
                    costs[i] = cost;
                    trial.CopyTo(population[i], 0);
                }
            }
        }

        problem.Expand(population[Array.IndexOf(costs, costs.Min())], values);
        return values;

        double Cost(double[] scaled)
        {
            problem.Expand(scaled, values);
            return problem.Evaluate(values, residuals, [], []) ? LossFunction.Cost(options.Loss, options.LossScale, residuals) : double.MaxValue;
        }

        int Other(int self) => (self + 1 + random.NextInt(members - 1)) % members;
    }

    // A mutant beyond the box is reflected into it; one that is far out lands at random-looking but reproducible places.
    private static double Within(double value, double low, double high)
    {
        if (value < low)
            value = low + (low - value);
        if (value > high)
            value = high - (value - high);
        return Math.Clamp(value, low, high);
    }
}
