using DevicePhys.Statistics;

namespace DevicePhys.Variability;

/// <summary>A measured population beside generated ones of the same shape: as many devices and cycles, the same values missing.</summary>
/// <param name="Distances">[Features]: Kolmogorov-Smirnov between the measured values and those of all generated populations.</param>
/// <param name="Correlations">[Features × Features], row-major: Spearman, measured.</param>
/// <param name="Generated">The same of the generated ones: mean, and the central 95 % of them.</param>
/// <param name="Memory">[Features][lags from 1]: autocorrelation of the normal scores, measured; NaN beyond the longest series.</param>
/// <param name="GeneratedMemory">The same of the generated ones.</param>
public sealed record PopulationComparison(
    IReadOnlyList<KolmogorovSmirnov> Distances,
    IReadOnlyList<double> Correlations,
    IReadOnlyList<Band> Generated,
    double[][] Memory,
    Band[][] GeneratedMemory)
{
    /// <summary>The longest lag, in cycles.</summary>
    public const int Lags = 20;

    private const int FewestPairs = 8;

    /// <summary>Compares.</summary>
    /// <param name="population">The population.</param>
    /// <param name="devices">[devices][cycles][Features]: what was measured.</param>
    /// <param name="seed">The seed of the generated ones.</param>
    /// <param name="replicates">How many are generated.</param>
    public static PopulationComparison Of(Population population, IReadOnlyList<double[][]> devices, ulong seed = 1, int replicates = 200)
    {
        ArgumentNullException.ThrowIfNull(population);
        ArgumentNullException.ThrowIfNull(devices);
        var n = population.Features.Count;
        var generate = population.Generator();
        var made = new double[replicates][][][];
        Parallel.For(0, replicates, r => made[r] = [.. devices.Select((device, d) => Masked(generate(device.Length, seed, (r * devices.Count) + d), device))]);
        double[] All(IEnumerable<double[][]> set, int f) => [.. set.SelectMany(d => d).Select(c => c[f]).Where(double.IsFinite)];
        KolmogorovSmirnov[] distances = [.. Enumerable.Range(0, n).Select(f => KolmogorovSmirnov.TwoSample(All(devices, f), All(made.SelectMany(set => set), f)))];
        var pairs = Enumerable.Range(0, n * n).ToArray();
        Band[] generated = [.. pairs.Select(p => Band.Of([.. made.Select(set => Correlation(set, p / n, p % n))]))];
        double[][] Memories(IReadOnlyList<double[][]> set) => [.. Enumerable.Range(0, n).Select(f => Enumerable.Range(1, Lags).Select(lag => Autocorrelation(set, population.Features[f].Marginal, f, lag)).ToArray())];
        var memories = made.AsParallel().AsOrdered().Select(Memories).ToArray();
        return new(
            distances, [.. pairs.Select(p => Correlation(devices, p / n, p % n))], generated, Memories(devices),
            [.. Enumerable.Range(0, n).Select(f => Enumerable.Range(0, Lags).Select(lag => Band.Of([.. memories.Select(m => m[f][lag])])).ToArray())]);
    }

    private static double[][] Masked(double[][] made, double[][] like) =>
        [.. made.Select((cycle, t) => cycle.Select((x, f) => double.IsNaN(like[t][f]) ? double.NaN : x).ToArray())];

    private static double Correlation(IEnumerable<double[][]> devices, int f, int g)
    {
        double[][] both = [.. devices.SelectMany(d => d).Where(c => double.IsFinite(c[f]) && double.IsFinite(c[g]))];
        return both.Length < FewestPairs ? double.NaN : RankCorrelation.Of([.. both.Select(c => c[f])], [.. both.Select(c => c[g])]);
    }

    // Around the mean of the whole population, so that what tells devices apart counts as memory, in both sets alike.
    private static double Autocorrelation(IEnumerable<double[][]> devices, Marginal marginal, int f, int lag)
    {
        double Score(double[] cycle) => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, Math.Clamp(marginal.Cumulative(cycle[f]), 1e-12, 1 - 1e-12));
        var (sum, first, second, pairs) = (0.0, 0.0, 0.0, 0);
        foreach (var device in devices)
        {
            for (var t = lag; t < device.Length; t++)
            {
                if (!double.IsFinite(device[t][f]) || !double.IsFinite(device[t - lag][f]))
                    continue;
                var (x, y) = (Score(device[t]), Score(device[t - lag]));
                (sum, first, second, pairs) = (sum + (x * y), first + (x * x), second + (y * y), pairs + 1);
            }
        }

        return pairs < FewestPairs ? double.NaN : sum / Math.Sqrt(first * second);
    }
}
