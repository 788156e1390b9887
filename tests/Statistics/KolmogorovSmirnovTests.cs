using DevicePhys.Sampling;
using DevicePhys.Statistics;
using MathNet.Numerics.Distributions;
using Xunit;

namespace DevicePhys.Tests.Statistics;

public sealed class KolmogorovSmirnovTests
{
    private static readonly double[] First = [-1.2, -0.8, -0.3, -0.1, 0.2, 0.25, 0.9, 1.4];

    // Origin: scipy 1.10.1, scipy.special.kolmogorov.
    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(1e-300, 1.0)]
    [InlineData(0.1, 1.0)]
    [InlineData(0.3, 0.9999906941986655)]
    [InlineData(0.5, 0.9639452436648751)]
    [InlineData(0.8, 0.5441424115741981)]
    [InlineData(1.0, 0.26999967167735456)]
    [InlineData(1.17, 0.12939004218561884)]
    [InlineData(1.18, 0.1234538094297657)]
    [InlineData(1.36, 0.049485876755377876)]
    [InlineData(1.63, 0.009846364888486529)]
    [InlineData(2.0, 0.0006709252557796953)]
    [InlineData(3.0, 3.045995948942526e-08)]
    public void Kolmogorovs_Q_is_that_of_scipy(double value, double expected) =>
        Assert.Equal(expected, KolmogorovSmirnov.Exceedance(value), 1e-14);

    [Fact]
    public void One_sample_against_the_uniform_is_as_in_scipy()
    {
        // Origin: scipy 1.10.1, kstest(x, 'uniform', mode='asymp').
        var test = KolmogorovSmirnov.OneSample([0.91, 0.05, 0.33, 0.12, 0.18, 0.41, 0.47, 0.97, 0.62, 0.66], u => u);
        Assert.Equal(0.14, test.Statistic, 1e-15);
        Assert.Equal(0.9895445480491993, test.PValue, 1e-13);
    }

    [Fact]
    public void One_sample_against_the_normal_is_as_in_scipy()
    {
        // Origin: scipy 1.10.1, kstest(x, 'norm', mode='asymp').
        var test = KolmogorovSmirnov.OneSample(First, z => Normal.CDF(0, 1, z));
        Assert.Equal(0.1512936743170763, test.Statistic, 1e-14);
        Assert.Equal(0.993052900276687, test.PValue, 1e-13);
    }

    // Origin: scipy 1.10.1, ks_2samp for the statistic, special.kolmogorov(sqrt(n m / (n + m)) D) for the chance.
    [Theory]
    [InlineData(new[] { -1.2, -0.8, -0.3, -0.1, 0.2, 0.25, 0.9, 1.4 }, new[] { 0.1, 0.5, 0.5, 0.7, 1.2, 1.9, 2.5 }, 0.6071428571428571, 0.12751857939297448)]
    [InlineData(new double[] { 1, 1, 2, 2, 2, 3, 4, 4, 5 }, new double[] { 2, 2, 3, 3, 3, 4, 4, 5, 5, 6 }, 0.35555555555555557, 0.5872266026047666)]
    public void Two_samples_are_as_in_scipy(double[] a, double[] b, double statistic, double pValue)
    {
        var test = KolmogorovSmirnov.TwoSample(a, b);
        Assert.Equal(statistic, test.Statistic, 1e-15);
        Assert.Equal(pValue, test.PValue, 1e-13);
        Assert.Equal(test, KolmogorovSmirnov.TwoSample(b, a));
    }

    [Fact]
    public void The_same_sample_twice_is_no_distance_apart() => Assert.Equal(new(0, 1), KolmogorovSmirnov.TwoSample(First, First));

    [Fact]
    public void Equal_distributions_pass_and_shifted_ones_do_not()
    {
        var (a, b) = (new double[5000], new double[5000]);
        new RandomStream(1, "ks", 0).FillNormal(a);
        new RandomStream(1, "ks", 1).FillNormal(b);
        Assert.InRange(KolmogorovSmirnov.TwoSample(a, b).PValue, 0.01, 1);
        Assert.InRange(KolmogorovSmirnov.TwoSample(a, Array.ConvertAll(b, z => z + 0.2)).PValue, 0, 1e-9);
        Assert.InRange(KolmogorovSmirnov.OneSample(a, z => Normal.CDF(0.1, 1, z)).PValue, 0, 1e-6);
    }

    [Fact]
    public void Chances_are_uniform_where_the_distribution_is_the_right_one()
    {
        var values = new double[200];
        var chances = new double[2000];
        for (var run = 0; run < chances.Length; run++)
        {
            new RandomStream(2, "ks", (ulong)run).FillUniform(values);
            chances[run] = KolmogorovSmirnov.OneSample(values, u => u).PValue;
        }

        // With 200 values the asymptotic chance is a little too large (about 0.02); the test allows for that.
        Assert.InRange(KolmogorovSmirnov.OneSample(chances, p => p).Statistic, 0, 0.06);
    }

    [Fact]
    public void What_cannot_be_ordered_is_refused()
    {
        Assert.Throws<ArgumentException>(() => KolmogorovSmirnov.OneSample([], u => u));
        Assert.Throws<ArgumentException>(() => KolmogorovSmirnov.OneSample([double.NaN], u => 0.5));
        Assert.Throws<ArgumentException>(() => KolmogorovSmirnov.OneSample([2], u => u));
        Assert.Throws<ArgumentNullException>(() => KolmogorovSmirnov.OneSample([2], null!));
        Assert.Throws<ArgumentException>(() => KolmogorovSmirnov.TwoSample([1], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => KolmogorovSmirnov.Exceedance(-1));
    }
}
