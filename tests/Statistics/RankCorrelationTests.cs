using DevicePhys.Sampling;
using DevicePhys.Statistics;
using DevicePhys.Tests.Variability;
using Xunit;

namespace DevicePhys.Tests.Statistics;

public sealed class RankCorrelationTests
{
    [Fact]
    public void Coefficients_are_those_of_scipy_with_and_without_ties()
    {
        var random = new RandomStream(3, "ranks");
        double[] a = [.. Enumerable.Range(0, 200).Select(i => i % 3 == 0 ? Math.Round(random.NextNormal()) : random.NextNormal())];
        double[] b = [.. a.Select(value => value + random.NextNormal())];
        var judged = ScipyJudge.Ask("spearman", ("a", a), ("b", b))["rho"].Values<double>();
        Assert.Equal(judged[0], RankCorrelation.Of(a, b), 1e-12);
        Assert.Equal(judged[1], RankCorrelation.Pearson(a, b), 1e-12);
    }

    // Spearman of a normal pair with Pearson r is (6/π) asin(r/2) (Pearson 1907).
    [Theory]
    [InlineData(0.8)]
    [InlineData(-0.3)]
    public void A_normal_pair_has_its_closed_form(double r)
    {
        const int n = 40_000;
        var random = new RandomStream(4, "ranks");
        var (a, b) = (new double[n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            a[i] = random.NextNormal();
            b[i] = Math.Exp((r * a[i]) + (Math.Sqrt(1 - (r * r)) * random.NextNormal()));
        }

        Assert.Equal(6 / Math.PI * Math.Asin(r / 2), RankCorrelation.Of(a, b), 0.02);
    }

    [Fact]
    public void What_does_not_vary_has_no_coefficient() => Assert.True(double.IsNaN(RankCorrelation.Of([1, 1, 1], [1, 2, 3])));
}
