using DevicePhys.Fitting;
using DevicePhys.Numbers;
using Xunit;

namespace DevicePhys.Tests.Fitting;

public sealed class FitBehaviourTests
{
    private static readonly double[] X = [0, 1, 2, 3, 4, 5, 6, 7];
    private static readonly double[] Y = [1.1, 2.9, 5.2, 6.8, 9.1, 11.2, 12.7, 15.1];
    private static readonly FitCurve Line = FitCurve.All.Single(c => c.Name == "Line");

    [Fact]
    public void A_line_has_the_errors_of_the_textbook()
    {
        // Closed form of linear regression.
        var fit = LevenbergMarquardt.Run(CurveFit.Problem(Line, X, Y));
        var (mx, my) = (X.Average(), Y.Average());
        var sxx = X.Sum(x => (x - mx) * (x - mx));
        var b = X.Zip(Y, (x, y) => (x - mx) * (y - my)).Sum() / sxx;
        var a = my - (b * mx);
        var s2 = X.Zip(Y, (x, y) => Math.Pow(y - a - (b * x), 2)).Sum() / (X.Length - 2);
        Assert.Equal(b, fit["b"].Value, 1e-10);
        Assert.Equal(Math.Sqrt(s2 / sxx), fit["b"].StandardError, 1e-10);
        Assert.Equal(Math.Sqrt(s2 * ((1.0 / X.Length) + (mx * mx / sxx))), fit["a"].StandardError, 1e-10);
        Assert.Equal(-mx / Math.Sqrt(sxx / X.Length + (mx * mx)), fit.Correlation[0, 1], 1e-10);
    }

    [Fact]
    public void The_profile_of_a_line_is_its_interval()
    {
        var problem = CurveFit.Problem(Line, X, Y);
        var fit = LevenbergMarquardt.Run(problem);
        var (low, high) = ProfileLikelihood.Interval(problem, fit, "b");
        Assert.Equal(fit["b"].Interval.Low, low, 1e-6);
        Assert.Equal(fit["b"].Interval.High, high, 1e-6);
    }

    [Fact]
    public void The_bootstrap_of_a_line_is_near_its_interval()
    {
        var problem = CurveFit.Problem(Line, X, Y);
        var fit = LevenbergMarquardt.Run(problem);
        var (low, high) = Bootstrap.Intervals(problem, fit, samples: 500)[1];
        Assert.InRange((high - low) / (fit["b"].Interval.High - fit["b"].Interval.Low), 0.6, 1.2);
    }

    [Fact]
    public void A_bound_holds_and_is_told()
    {
        var fit = LevenbergMarquardt.Run(CurveFit.Problem(Line, X, Y, [new("a", 0, Lower: -1, Upper: 0.5), new("b", 1)]));
        Assert.True(fit.Converged);
        Assert.Equal(0.5, fit["a"].Value);
        Assert.Contains("'a' ended on its bound 0.5", fit.Warnings[0], StringComparison.Ordinal);

        // With a held at 0.5 the slope is that of a line through (0, 0.5).
        Assert.Equal(X.Zip(Y, (x, y) => x * (y - 0.5)).Sum() / X.Sum(x => x * x), fit["b"].Value, 1e-10);
    }

    [Fact]
    public void Tied_and_fixed_parameters_follow()
    {
        var fit = LevenbergMarquardt.Run(CurveFit.Problem(Line, X, Y, [new("a", 0) { TiedTo = "b", Ratio = 0.5 }, new("b", 1)]));
        Assert.Equal(0.5 * fit["b"].Value, fit["a"].Value, 1e-14);
        Assert.Equal(X.Zip(Y, (x, y) => (x + 0.5) * y).Sum() / X.Sum(x => (x + 0.5) * (x + 0.5)), fit["b"].Value, 1e-10);
        var held = LevenbergMarquardt.Run(CurveFit.Problem(Line, X, Y, [new("a", 1, Fixed: true), new("b", 1)]));
        Assert.Equal((1.0, 0.0), (held["a"].Value, held["a"].StandardError));
    }

    [Fact]
    public void What_the_data_cannot_separate_is_named()
    {
        var fit = LevenbergMarquardt.Run(new FitProblem(
            [new("a", 1), new("b", 1), new("c", 1)], X.Length,
            (p, residuals, slopes) =>
            {
                for (var i = 0; i < X.Length; i++)
                {
                    residuals[i] = ((p[0] + p[1]) * X[i]) - Y[i];
                    if (!slopes.IsEmpty)
                        (slopes[3 * i], slopes[(3 * i) + 1], slopes[(3 * i) + 2]) = (X[i], X[i], 0);
                }
            }));
        Assert.True(fit.Converged);
        Assert.Contains("The data cannot separate 'a', 'b': fix all but one.", fit.Warnings);
        Assert.Contains("The data say nothing about 'c'.", fit.Warnings);
        Assert.Equal(double.PositiveInfinity, fit["a"].StandardError);
    }

    [Fact]
    public void Wrong_slopes_are_no_answer()
    {
        var fit = LevenbergMarquardt.Run(new FitProblem([new("a", 5)], 2, (p, r, s) =>
        {
            (r[0], r[1]) = (p[0] - 1, p[0] - 2);
            if (!s.IsEmpty)
                (s[0], s[1]) = (-1, -1);
        }));
        Assert.Equal(FitOutcome.Stalled, fit.Outcome);
        Assert.Contains("stalled", fit.Warnings[0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_search_of_the_box_finds_what_a_bad_start_does_not()
    {
        // Rastrigin-like in one residual: many local minima, the deepest at (3, 3).
        var problem = new FitProblem([new("a", -4, Lower: -5, Upper: 5), new("b", 4.5, Lower: -5, Upper: 5)], 4, (p, r, s) =>
        {
            for (var k = 0; k < 2; k++)
            {
                (r[k], r[k + 2]) = (p[k] - 3, 2 * Math.Sin(2 * (p[k] - 3)));
                if (!s.IsEmpty)
                    (s[2 * k], s[(2 * k) + 1], s[2 * (k + 2)], s[(2 * (k + 2)) + 1]) = (k == 0 ? 1 : 0, k, k == 0 ? 4 * Math.Cos(2 * (p[0] - 3)) : 0, k == 1 ? 4 * Math.Cos(2 * (p[1] - 3)) : 0);
            }
        });
        Assert.True(LevenbergMarquardt.Run(problem).Cost > 1);
        var found = LevenbergMarquardt.Run(problem.From(DifferentialEvolution.Search(problem)));
        Assert.InRange(found.Cost, 0, 1e-12);
        Assert.Equal(DifferentialEvolution.Search(problem), DifferentialEvolution.Search(problem));
    }

    [Fact]
    public void Curves_share_what_they_have_in_common()
    {
        var joint = SharedFit.Join([("one", CurveFit.Problem(Line, X, Y)), ("two", CurveFit.Problem(Line, X, [.. Y.Select(y => y + 3)]))], ["b"]);
        Assert.Equal(["one.a", "b", "two.a"], joint.Parameters.Select(p => p.Name));
        var fit = LevenbergMarquardt.Run(joint);
        Assert.Equal(3, fit["two.a"].Value - fit["one.a"].Value, 1e-9);
    }

    [Theory]
    [InlineData(Misfit.Relative)]
    [InlineData(Misfit.Decades)]
    public void Distances_have_the_slopes_of_small_changes(Misfit misfit)
    {
        var scale = new MisfitScale(misfit, 0.1);
        foreach (var value in (double[])[-5, -0.2, -1e-3, 1e-3, 0.3, 40])
        {
            var residual = scale.Residual(Dual.Variable(value, 0), 0.7, 2);
            var numeric = (scale.Residual(value + 1e-6, 0.7, 2).Value - scale.Residual(value - 1e-6, 0.7, 2).Value) / 2e-6;
            Assert.Equal(numeric, residual.Slope(0), 1e-5 * Math.Max(1, Math.Abs(numeric)));
        }
    }
}
