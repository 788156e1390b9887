using DevicePhys.Plotting;
using Xunit;

namespace DevicePhys.Tests.Plotting;

public sealed class UnitScaleTests
{
    [Theory]
    [InlineData("S", 40e-6, "µS", 1e6)]
    [InlineData("S", 1e-6, "µS", 1e6)]
    [InlineData("S", 999e-9, "nS", 1e9)]
    [InlineData("Ω", 4.7e-4, "µΩ", 1e6)]
    [InlineData("Ω", 12_000, "kΩ", 1e-3)]
    [InlineData("s", 1e-8, "ns", 1e9)]
    [InlineData("V", 1.2, "V", 1)]
    [InlineData("J", 3e-21, "aJ", 1e18)]
    public void The_prefix_leaves_the_largest_value_between_1_and_1000(string unit, double largest, string expected, double factor)
    {
        var scale = UnitScale.For(unit, [0, -largest, largest / 3]);
        Assert.Equal(expected, scale.Unit);
        Assert.Equal(factor, scale.Factor, factor * 1e-12);
    }

    [Theory]
    [InlineData("")]
    [InlineData("%")]
    public void Numbers_and_percent_take_no_prefix(string unit) => Assert.Equal(new UnitScale(unit, 1), UnitScale.For(unit, [1e-6]));

    [Fact]
    public void Nothing_but_zeros_takes_no_prefix() => Assert.Equal(new UnitScale("S", 1), UnitScale.For("S", [0.0]));

    [Fact]
    public void An_axis_title_has_name_symbol_and_unit()
    {
        Assert.Equal("Conductance G (µS)", AxisQuantity.Conductance.Title(new UnitScale("µS", 1e6)));
        Assert.Equal("Number of states", new AxisQuantity("Number of states").Title(new UnitScale("", 1)));
    }
}
