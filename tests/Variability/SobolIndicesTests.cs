using DevicePhys.Variability;
using Xunit;

namespace DevicePhys.Tests.Variability;

public sealed class SobolIndicesTests
{
    private const double A = 7, B = 0.1;

    // Ishigami and Homma, First Int. Symp. Uncertainty Modelling and Analysis, 398 (1990): f = sin x1 + 7 sin² x2 + 0.1 x3⁴ sin x1 on (-π, π)³.
    private static readonly double Pi4 = Math.Pow(Math.PI, 4), Pi8 = Math.Pow(Math.PI, 8);
    private static readonly double Variance = (A * A / 8) + (B * Pi4 / 5) + (B * B * Pi8 / 18) + 0.5;
    private static readonly double[] First = [0.5 * Math.Pow(1 + (B * Pi4 / 5), 2) / Variance, A * A / 8 / Variance, 0];
    private static readonly double[] Total = [First[0] + (8 * B * B * Pi8 / 225 / Variance), First[1], 8 * B * B * Pi8 / 225 / Variance];

    [Theory]
    [InlineData(SamplingDesign.Random, 0.06)]
    [InlineData(SamplingDesign.LatinHypercube, 0.06)]
    [InlineData(SamplingDesign.Sobol, 0.01)]
    public void Indices_of_the_function_of_Ishigami_are_its_closed_form(SamplingDesign design, double tolerance)
    {
        var indices = Run(design, seed: 1, points: 8192);
        Assert.Equal(Variance, indices.Variance, tolerance * Variance);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(First[i], indices.First[i].Value, tolerance);
            Assert.Equal(Total[i], indices.Total[i].Value, tolerance);
        }
    }

    [Fact]
    public void Intervals_hold_the_truth_as_often_as_they_say()
    {
        const int runs = 100;
        var held = 0;
        for (ulong seed = 1; seed <= runs; seed++)
        {
            var indices = Run(SamplingDesign.Random, seed, points: 1024);
            held += Enumerable.Range(0, 3).Sum(i => (Holds(indices.First[i], First[i]) ? 1 : 0) + (Holds(indices.Total[i], Total[i]) ? 1 : 0));
        }

        // Six intervals of a run hang together: 100 runs, a standard deviation of at most 2.2 %.
        Assert.InRange(held / (6.0 * runs), 0.89, 0.99);
    }

    [Fact]
    public void A_sum_has_no_interactions_and_a_result_that_does_not_vary_is_refused()
    {
        var sum = Indices(SamplingDesign.Sobol, 3, 2048, 2, x => (3 * x[0]) + x[1]);
        Assert.Equal(0.9, sum.First[0].Value, 0.01);
        Assert.Equal(0.9, sum.Total[0].Value, 0.01);
        Assert.Equal(0.1, sum.First[1].Value, 0.01);
        Assert.Equal(0.1, sum.Total[1].Value, 0.01);
        Assert.Throws<ArgumentException>(() => Indices(SamplingDesign.Sobol, 3, 2048, 2, _ => 5));
        Assert.Throws<ArgumentException>(() => Indices(SamplingDesign.Random, 3, 32, 2, x => x[0]));
    }

    private static bool Holds(SobolIndex index, double value) => index.Low <= value && value <= index.High;

    private static SobolIndices Run(SamplingDesign design, ulong seed, int points) => Indices(design, seed, points, 3, normals =>
    {
        double[] x = [.. normals.Select(z => Math.PI * ((2 * MathNet.Numerics.Distributions.Normal.CDF(0, 1, z)) - 1))];
        return Math.Sin(x[0]) + (A * Math.Pow(Math.Sin(x[1]), 2)) + (B * Math.Pow(x[2], 4) * Math.Sin(x[0]));
    });

    private static SobolIndices Indices(SamplingDesign kind, ulong seed, int points, int inputs, Func<double[], double> f)
    {
        var design = new SampleDesign(kind, seed, points, 2 * inputs);
        var results = new double[points * (2 + inputs)];
        var normals = new double[inputs];
        for (var at = 0; at < results.Length; at++)
        {
            SobolIndices.Point(design, at / (2 + inputs), at % (2 + inputs), [.. Enumerable.Range(0, inputs)], normals);
            results[at] = f(normals);
        }

        return SobolIndices.Of(inputs, results);
    }
}
