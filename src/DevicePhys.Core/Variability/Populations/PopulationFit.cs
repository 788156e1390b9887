using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace DevicePhys.Variability;

/// <summary>Estimates a population from measured devices and cycles, some features of some cycles missing.</summary>
/// <param name="Population">The population.</param>
/// <param name="Choices">[Features]: how each distribution was chosen.</param>
/// <param name="Scores">[devices][cycles][Features]: normal scores; NaN where nothing was measured.</param>
public sealed record PopulationFit(Population Population, IReadOnlyList<MarginalChoice> Choices, double[][][] Scores)
{
    private const double LongestMemory = 0.98, Edge = 1e-12;

    /// <summary>Fits.</summary>
    /// <param name="names">[Features]: names and SI units.</param>
    /// <param name="devices">[devices][cycles][Features], in SI, in the order of time; NaN where nothing was measured.</param>
    /// <param name="seed">The seed of the resamples by which distributions are judged.</param>
    /// <remarks>
    /// Normal scores; the covariance within devices and that of their means by one-way analysis of variance over the pairs that were measured
    /// together; A = Γ(1) Γ(0)⁻¹ from deviations within devices (Yule-Walker). Deviations from the mean of a short series make the memory look
    /// shorter by about one over its length. Matrices that missing values made indefinite are cut to the nearest definite ones.
    /// </remarks>
    /// <exception cref="ArgumentException">A feature has too few values.</exception>
    public static PopulationFit Fit(IReadOnlyList<(string Name, string Unit)> names, IReadOnlyList<double[][]> devices, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(devices);
        var n = names.Count;
        MarginalChoice[] choices = [.. names.Select((feature, f) => MarginalChoice.Of([.. devices.SelectMany(d => d).Select(c => c[f]).Where(double.IsFinite)], seed, feature.Name))];
        double[][][] scores = [.. devices.Select(d => d.Select(c => c.Select((x, f) => Score(choices[f].Chosen, x)).ToArray()).ToArray())];
        var total = Products(scores, n, lag: 0, withinDevices: false);
        var within = Products(scores, n, lag: 0, withinDevices: true);
        var lagged = Products(scores, n, lag: 1, withinDevices: true);
        var between = Definite(total - within);
        within = Definite(within);
        var memory = lagged * within.PseudoInverse();
        var radius = memory.Evd().EigenValues.Max(value => value.Magnitude);
        if (radius > LongestMemory)
            memory *= LongestMemory / radius;
        var noise = Definite(within - (memory * within * memory.Transpose()));
        var features = names.Select((feature, f) => new PopulationFeature(feature.Name, feature.Unit, choices[f].Chosen));
        return new(new Population([.. features], between.ToArray(), memory.ToArray(), noise.ToArray()), choices, scores);
    }

    private static double Score(Marginal marginal, double x) => double.IsNaN(x) ? double.NaN : Normal.InvCDF(0, 1, Math.Clamp(marginal.Cumulative(x), Edge, 1 - Edge));

    private static double Mean(double[][] device, int feature)
    {
        double[] values = [.. device.Select(c => c[feature]).Where(double.IsFinite)];
        return values.Length > 0 ? values.Average() : 0;
    }

    // Mean products over all pairs of cycles in which both features were measured; a mean taken away within a device costs a degree of freedom.
    private static Matrix<double> Products(double[][][] scores, int n, int lag, bool withinDevices)
    {
        var centred = withinDevices ? [.. scores.Select(d => d.Select(c => c.Select((z, f) => z - Mean(d, f)).ToArray()).ToArray())] : scores;
        return Matrix<double>.Build.Dense(n, n, (f, g) =>
        {
            var (sum, count, lost) = (0.0, 0, 0);
            foreach (var device in centred)
            {
                var before = count;
                for (var t = lag; t < device.Length; t++)
                {
                    if (double.IsFinite(device[t][f]) && double.IsFinite(device[t - lag][g]))
                        (sum, count) = (sum + (device[t][f] * device[t - lag][g]), count + 1);
                }

                lost += withinDevices && count > before ? 1 : 0;
            }

            return count > lost ? sum / (count - lost) : 0;
        });
    }

    private static Matrix<double> Definite(Matrix<double> matrix)
    {
        var root = Population.Root(matrix.ToArray());
        return root * root.Transpose();
    }
}
