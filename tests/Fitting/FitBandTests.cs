using DevicePhys.Fitting;
using DevicePhys.Numbers;
using MathNet.Numerics.Distributions;
using Xunit;

namespace DevicePhys.Tests.Fitting;

public sealed class FitBandTests
{
    // Closed form of a straight line: t s sqrt(1/n + (x - mean)^2/Sxx).
    [Fact]
    public void The_band_of_a_straight_line_is_that_of_the_textbook()
    {
        double[] x = [0, 1, 2, 3, 5, 8], y = [1.1, 2.9, 5.2, 6.8, 11.3, 16.7];
        var problem = CurveFit.Problem(new Line(), x, y);
        var fit = LevenbergMarquardt.Run(problem);
        var mean = x.Average();
        var spread = x.Sum(at => (at - mean) * (at - mean));
        var (t, s) = (StudentT.InvCDF(0, 1, 4, 0.975), Math.Sqrt(fit.ChiSquared / 4));
        var half = FitBand.HalfWidths(problem, fit)!;
        for (var i = 0; i < x.Length; i++)
            Assert.Equal(t * s * Math.Sqrt((1.0 / 6) + ((x[i] - mean) * (x[i] - mean) / spread)), half[i], 1e-9);
    }

    [Fact]
    public void A_fixed_parameter_does_not_widen_the_band()
    {
        double[] x = [1, 2, 3, 4], y = [2, 4.1, 5.9, 8];
        var problem = CurveFit.Problem(new Line(), x, y, [new("A", 0, Fixed: true), new("B", 1)]);
        var fit = LevenbergMarquardt.Run(problem);
        var half = FitBand.HalfWidths(problem, fit)!;
        Assert.Equal(StudentT.InvCDF(0, 1, 3, 0.975) * fit["B"].StandardError * 3, half[2], 1e-9);
    }

    private sealed class Line : IFormula
    {
        public IReadOnlyList<FitParameter> Parameters { get; } = [new("A", 0), new("B", 1)];

        public T At<T>(double x, ReadOnlySpan<T> parameters)
            where T : struct, IReal<T> => parameters[0] + (parameters[1] * x);
    }
}
