using DevicePhys.Plotting;
using DevicePhys.Sampling;
using MathNet.Numerics.Distributions;
using OxyPlot.Axes;
using OxyPlot.Series;
using Xunit;

namespace DevicePhys.Tests.Plotting;

public sealed class ProbabilityPlotTests
{
    // Benard: of 3 values the median ranks are 0.7/3.4, 1.7/3.4, 2.7/3.4; of 3 among 10 they are 0.7/10.4, ...
    [Theory]
    [InlineData(0, new[] { 0.7 / 3.4, 0.5, 2.7 / 3.4 })]
    [InlineData(7, new[] { 0.7 / 10.4, 1.7 / 10.4, 2.7 / 10.4 })]
    public void Values_stand_at_their_median_ranks(int surviving, double[] expected)
    {
        var ranks = new ProbabilitySeries("", [3, 1, 2], surviving).Ranks();
        Assert.Equal([1, 2, 3], ranks.Select(r => r.Value));
        Assert.Equal(expected, ranks.Select(r => r.Probability), (a, b) => Math.Abs(a - b) < 1e-15);
    }

    [Fact]
    public void A_normal_distribution_is_a_straight_line_on_normal_paper()
    {
        var law = new Normal(2, 0.5);
        var line = LineOf(ProbabilityPlot.Draw("", new("V"), [Quantiles(p => law.InverseCumulativeDistribution(p), law.CumulativeDistribution)]));
        AssertStraight(line, p => p.X, slope: 1 / 0.5, at: (2, 0));
    }

    [Fact]
    public void A_log_normal_distribution_is_a_straight_line_on_log_normal_paper()
    {
        var law = new LogNormal(0.3, 0.7);
        var line = LineOf(ProbabilityPlot.Draw("", new("R"), [Quantiles(p => law.InverseCumulativeDistribution(p), law.CumulativeDistribution)], logarithmic: true));
        AssertStraight(line, p => Math.Log(p.X), slope: 1 / 0.7, at: (0.3, 0));
    }

    [Fact]
    public void A_Weibull_distribution_is_a_straight_line_on_Weibull_paper_through_63_percent_at_its_scale()
    {
        var law = new Weibull(2.5, 47);
        double Inverse(double p) => 47 * Math.Pow(-Math.Log(1 - p), 1 / 2.5);
        var line = LineOf(ProbabilityPlot.Draw("", new("t", "", "s"), [Quantiles(Inverse, law.CumulativeDistribution)], ProbabilityPaper.Weibull));
        AssertStraight(line, p => Math.Log(p.X), slope: 2.5, at: (Math.Log(47), 0));
    }

    [Fact]
    public void The_ticks_stand_where_the_distribution_has_their_probabilities()
    {
        var axis = Axis(ProbabilityPaper.Normal);
        axis.GetTickValues(out var labels, out _, out _);
        Assert.Equal(0, labels.Single(place => axis.FormatValue(place) == "50"), 12);
        Assert.Equal(1.2815515655446004, labels.Single(place => axis.FormatValue(place) == "90"), 12);
        axis = Axis(ProbabilityPaper.Weibull);
        axis.GetTickValues(out labels, out _, out _);
        Assert.Equal(Math.Log(-Math.Log(0.9)), labels.Single(place => axis.FormatValue(place) == "10"), 12);

        static Axis Axis(ProbabilityPaper paper) =>
            ProbabilityPlot.Draw("", new("x"), [Quantiles(p => 1 + p, null)], paper).Model.Axes.Single(a => a.Position == AxisPosition.Left);
    }

    [Fact]
    public void A_large_sample_is_thinned_where_it_is_dense_and_keeps_both_ends()
    {
        var stream = new RandomStream(7, "plot");
        double[] values = [.. Enumerable.Range(0, 20000).Select(_ => stream.NextNormal())];
        var points = ProbabilityPlot.Draw("", new("x"), [new("all", values)]).Model.Series.OfType<ScatterSeries>().Single().Points;
        Assert.InRange(points.Count, 200, 420);
        Assert.Equal(values.Min(), points[0].X);
        Assert.Equal(values.Max(), points[^1].X);
    }

    [Fact]
    public void A_value_that_a_logarithm_does_not_take_is_refused_by_name() =>
        Assert.Contains("'cell 3'", Assert.Throws<ArgumentException>(() => ProbabilityPlot.Draw("", new("t"), [new("cell 3", [1, 0])], ProbabilityPaper.Weibull)).Message);

    [Fact]
    public void A_single_value_is_drawn() => Assert.NotEmpty(ProbabilityPlot.Draw("", new("t"), [new("one", [5])], ProbabilityPaper.Weibull).ToSvg());

    private static ProbabilitySeries Quantiles(Func<double, double> inverse, Func<double, double>? distribution) =>
        new("sample", [.. Enumerable.Range(1, 200).Select(i => inverse((i - 0.3) / 200.4))], 0, distribution);

    private static LineSeries LineOf(Picture picture) => picture.Model.Series.OfType<LineSeries>().Single();

    private static void AssertStraight(LineSeries line, Func<OxyPlot.DataPoint, double> x, double slope, (double X, double Y) at)
    {
        Assert.InRange(line.Points.Count, 100, 201);
        Assert.All(line.Points, p => Assert.Equal(at.Y + (slope * (x(p) - at.X)), p.Y, 1e-6));
    }
}
