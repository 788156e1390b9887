using DevicePhys.Plotting;
using Xunit;

namespace DevicePhys.Tests.Plotting;

public sealed class NumberLabelTests
{
    [Theory]
    [InlineData(-0.25, "\u22120.25")]
    [InlineData(15000, "15000")]
    [InlineData(0.1 + 0.2, "0.3")]
    public void Plain_numbers_have_a_true_minus_and_no_rounding_dust(double value, string expected) =>
        Assert.Equal(expected, NumberLabel.Plain(value));

    [Theory]
    [InlineData(1e-6, 1e-9, 1, "10^{\u22126}")]
    [InlineData(2e-6, 1e-9, 1, "")]
    [InlineData(1, 1e-9, 1, "10^{0}")]
    [InlineData(0.01, 1e-3, 10, "0.01")]
    [InlineData(0.02, 1e-3, 10, "")]
    [InlineData(2, 1, 20, "2")]
    [InlineData(3, 1, 20, "")]
    [InlineData(2e-6, 1e-6, 2e-5, "2\u00b710^{\u22126}")]
    public void A_logarithmic_axis_is_labelled_at_decades(double value, double minimum, double maximum, string expected) =>
        Assert.Equal(expected, NumberLabel.Logarithmic(value, minimum, maximum));

    [Fact]
    public void A_decade_computed_with_rounding_is_still_a_decade()
    {
        var value = 1.0;
        for (var i = 0; i < 7; i++)
        {
            value *= 0.1;
        }

        Assert.Equal("10^{\u22127}", NumberLabel.Logarithmic(value, 1e-9, 1));
    }
}
