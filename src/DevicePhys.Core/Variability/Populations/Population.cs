using DevicePhys.Sampling;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace DevicePhys.Variability;

/// <summary>A generative model of switching devices: the exact shape of every feature, their correlations, and the memory of a device from cycle to cycle.</summary>
/// <remarks>
/// <para>After Hennen et al., Front. Neurosci. 16, 941753 (2022): features are taken to normal scores, z = Φ⁻¹(F(x)); a device has a mean vector
/// m ~ N(0, D) of its own (D2D), and its cycles follow a vector autoregression y(t) = A y(t-1) + e, e ~ N(0, Q) (C2C with history), z = m + y.</para>
/// <para>Departures: outliers are a mixture in the distribution of a feature, and a device is one of them, or not, by its mean vector; the vectors
/// themselves are one normal population. One cycle of memory, not ten; no current-voltage polynomials. Validity: stationary cycles, neither
/// forming nor wear-out.</para>
/// </remarks>
/// <param name="Features">The features.</param>
/// <param name="DeviceCovariance">[Features × Features]: D, in normal scores.</param>
/// <param name="Memory">[Features × Features]: A.</param>
/// <param name="NoiseCovariance">[Features × Features]: Q.</param>
public sealed record Population(IReadOnlyList<PopulationFeature> Features, double[,] DeviceCovariance, double[,] Memory, double[,] NoiseCovariance)
{
    // Long enough for any memory this model allows: 0.98^300 is 0.2 %.
    private const int BurnIn = 300;

    /// <summary>The covariance of the cycles of one device, in normal scores: what A and Q settle to.</summary>
    public double[,] CycleCovariance()
    {
        var (a, q) = (Matrix<double>.Build.DenseOfArray(Memory), Matrix<double>.Build.DenseOfArray(NoiseCovariance));
        var covariance = q;
        for (var step = 0; step < BurnIn; step++)
            covariance = (a * covariance * a.Transpose()) + q;
        return covariance.ToArray();
    }

    /// <summary>Makes a device.</summary>
    /// <param name="cycles">How many cycles, at least 1.</param>
    /// <param name="seed">The seed of the population.</param>
    /// <param name="device">Which device of it.</param>
    /// <returns>[cycles][Features], in SI.</returns>
    public double[][] Device(int cycles, ulong seed, int device) => Generator()(cycles, seed, device);

    /// <summary>Prepares the making of many devices.</summary>
    /// <returns>A function of cycles, seed and device, as <see cref="Device"/>; safe for any number of threads.</returns>
    public Func<int, ulong, int, double[][]> Generator()
    {
        var n = Features.Count;
        var (devices, start, noise) = (Root(DeviceCovariance), Root(CycleCovariance()), Root(NoiseCovariance));
        var memory = Matrix<double>.Build.DenseOfArray(Memory);
        var total = CycleCovariance();
        double[] widths = [.. Enumerable.Range(0, n).Select(f => Math.Sqrt(DeviceCovariance[f, f] + total[f, f]))];
        return (cycles, seed, device) =>
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(cycles, 1);
            var random = new RandomStream(seed, "population", (ulong)device);
            Vector<double> Normals()
            {
                var values = new double[n];
                random.FillNormal(values);
                return Vector<double>.Build.Dense(values);
            }

            var (mean, y) = (devices * Normals(), start * Normals());
            var made = new double[cycles][];
            for (var t = 0; t < cycles; t++)
            {
                if (t > 0)
                    y = (memory * y) + (noise * Normals());
                var z = mean + y;
                made[t] = [.. Enumerable.Range(0, n).Select(f => Features[f].Marginal.Quantile(Math.Clamp(Normal.CDF(0, 1, z[f] / widths[f]), 1e-15, 1 - 1e-15)))];
            }

            return made;
        };
    }

    /// <summary>A matrix R with R Rᵀ the covariance, whose small negative eigenvalues, a trace of missing values, are cut.</summary>
    internal static Matrix<double> Root(double[,] covariance)
    {
        var symmetric = Matrix<double>.Build.DenseOfArray(covariance);
        var parts = ((symmetric + symmetric.Transpose()) / 2).Evd(Symmetricity.Symmetric);
        return parts.EigenVectors * Matrix<double>.Build.DenseOfDiagonalVector(parts.EigenValues.Map(value => Math.Sqrt(Math.Max(0, value.Real))));
    }
}
