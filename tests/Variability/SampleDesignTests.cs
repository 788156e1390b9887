using DevicePhys.Statistics;
using DevicePhys.Variability;
using Xunit;

namespace DevicePhys.Tests.Variability;

public sealed class SampleDesignTests
{
    [Fact]
    public void Sobol_points_are_those_of_scipy()
    {
        const int points = 1000;
        var dimensions = SobolSequence.MostDimensions;
        var judged = ScipyJudge.Ask("sobol", ("size", [points, dimensions]))["points"].Values<double>();
        for (var i = 0; i < points; i++)
        {
            for (var d = 0; d < dimensions; d++)
                Assert.Equal(judged[(i * dimensions) + d], SobolSequence.At((uint)i, d) / 4294967296.0, 1e-9);
        }
    }

    [Fact]
    public void A_latin_hypercube_has_one_point_in_every_stratum_of_every_dimension_of_every_group()
    {
        const int samples = 1000, dimensions = 5;
        var design = new SampleDesign(SamplingDesign.LatinHypercube, 7, samples, dimensions);
        var points = Points(design, samples, dimensions);
        for (var group = 0; group < SampleDesign.Groups; group++)
        {
            var own = points.Where((_, i) => i % SampleDesign.Groups == group).ToArray();
            for (var d = 0; d < dimensions; d++)
                Assert.Equal(Enumerable.Range(0, own.Length), own.Select(z => (int)(Uniform(z[d]) * own.Length)).Order());
        }
    }

    [Fact]
    public void Shifted_Sobol_points_of_a_group_are_a_net()
    {
        // 64 points of each group: one in each of the 64 boxes of 8 x 8, for the first two dimensions.
        const int samples = 64 * SampleDesign.Groups;
        var points = Points(new SampleDesign(SamplingDesign.Sobol, 3, samples, 2), samples, 2);
        for (var group = 0; group < SampleDesign.Groups; group++)
        {
            var boxes = points.Where((_, i) => i % SampleDesign.Groups == group).Select(z => ((int)(Uniform(z[0]) * 8), (int)(Uniform(z[1]) * 8)));
            Assert.Equal(64, boxes.Distinct().Count());
        }
    }

    [Theory]
    [InlineData(SamplingDesign.Random)]
    [InlineData(SamplingDesign.LatinHypercube)]
    [InlineData(SamplingDesign.Sobol)]
    public void Every_coordinate_is_standard_normal_and_every_pair_independent(SamplingDesign kind)
    {
        const int samples = 20_000, dimensions = 4;
        var points = Points(new SampleDesign(kind, 5, samples, dimensions), samples, dimensions);
        for (var d = 0; d < dimensions; d++)
        {
            double[] column = [.. points.Select(z => z[d])];
            Assert.True(KolmogorovSmirnov.OneSample(column, x => MathNet.Numerics.Distributions.Normal.CDF(0, 1, x)).PValue > 0.001);
            for (var other = 0; other < d; other++)
                Assert.True(Math.Abs(RankCorrelation.Pearson(column, [.. points.Select(z => z[other])])) < 4 / Math.Sqrt(samples));
        }
    }

    [Fact]
    public void Even_designs_know_a_smooth_mean_better_than_independent_draws()
    {
        // E[exp(z1/2 + z2/4)] = exp((1/4 + 1/16)/2)
        var truth = Math.Exp(0.15625);
        double Error(SamplingDesign kind)
        {
            const int samples = 1024, seeds = 12;
            var sum = 0.0;
            for (ulong seed = 1; seed <= seeds; seed++)
            {
                var error = Points(new SampleDesign(kind, seed, samples, 2), samples, 2).Average(z => Math.Exp((0.5 * z[0]) + (0.25 * z[1]))) - truth;
                sum += error * error;
            }

            return Math.Sqrt(sum / seeds);
        }

        var random = Error(SamplingDesign.Random);
        Assert.True(Error(SamplingDesign.LatinHypercube) < 0.5 * random);
        Assert.True(Error(SamplingDesign.Sobol) < 0.3 * random);
    }

    [Fact]
    public void Too_few_samples_or_too_many_dimensions_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new SampleDesign(SamplingDesign.Sobol, 1, 31, 2));
        Assert.Throws<ArgumentException>(() => new SampleDesign(SamplingDesign.Sobol, 1, 64, 41));
    }

    private static double[][] Points(SampleDesign design, int samples, int dimensions) =>
    [
        .. Enumerable.Range(0, samples).Select(i =>
        {
            var z = new double[dimensions];
            design.Normals(i, z);
            return z;
        }),
    ];

    private static double Uniform(double z) => MathNet.Numerics.Distributions.Normal.CDF(0, 1, z);
}
