using DevicePhys.Numbers;
using Xunit;

namespace DevicePhys.Tests.Numbers;

public class HyperbolicTests
{
    [Fact]
    public void Sinh_and_cosh_are_the_librarys_to_a_few_bits()
    {
        for (var exponent = -30.0; exponent < 9.47; exponent += 0.013)
        {
            foreach (var x in new[] { Math.Pow(2, exponent), -Math.Pow(2, exponent) })
            {
                Assert.InRange(Real.Sinh(x).Value / Math.Sinh(x), 1 - 1e-15, 1 + 1e-15);
                Assert.InRange(Real.Cosh(x).Value / Math.Cosh(x), 1 - 1e-15, 1 + 1e-15);
            }
        }
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(710.3)]
    [InlineData(-710.3)]
    [InlineData(711)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.NaN)]
    public void Ends_are_the_librarys(double x)
    {
        Assert.Equal(Math.Sinh(x), Real.Sinh(x).Value, Allowed(Math.Sinh(x)));
        Assert.Equal(Math.Cosh(x), Real.Cosh(x).Value, Allowed(Math.Cosh(x)));
        Assert.Equal(double.IsNegative(Math.Sinh(x)), double.IsNegative(Real.Sinh(x).Value));
    }

    [Fact]
    public void Zero_keeps_its_sign() => Assert.True(double.IsNegative(Real.Sinh(-0.0).Value));

    [Fact]
    public void Each_is_the_slope_of_the_other()
    {
        foreach (var x in new[] { -3, -0.34, 0, 0.36, 5 })
        {
            Assert.Equal(Math.Cosh(x), Dual.Sinh(Dual.Variable(x, 1)).Slopes[1], 1e-13 * Math.Cosh(x));
            Assert.Equal(Math.Sinh(x), Dual.Cosh(Dual.Variable(x, 1)).Slopes[1], 1e-13 * Math.Cosh(x));
        }
    }

    private static double Allowed(double value) => double.IsFinite(value) ? 1e-15 * Math.Abs(value) : 0;
}
