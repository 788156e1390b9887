using DevicePhys.Arrays.Energy;
using Xunit;

namespace DevicePhys.Tests.Arrays.Energy;

public sealed class ArrayCostTests
{
    [Theory] // V39: Ohm per cell of two and four wire widths; physics of NeuroSim's Param.cpp.
    [InlineData("130 nm", 2, 0.115)]
    [InlineData("65 nm", 2, 0.237)]
    [InlineData("45 nm", 2, 0.668)]
    [InlineData("32 nm", 2, 1.06)]
    [InlineData("22 nm", 2, 1.48)]
    [InlineData("14 nm", 2, 2.46)]
    [InlineData("7 nm", 2, 5.05)]
    [InlineData("7 nm", 4, 10.1)]
    public void A_cell_of_wire_has_the_derived_resistance(string node, double widths, double expected)
    {
        var technology = WireTechnology.Nodes.Single(each => each.Name == node);
        Assert.InRange(technology.Wires(widths).WordLineSegment / expected, 0.995, 1.005);
    }

    [Theory] // V40: 8 bits at the figures of merit of 2008 and of two later readings.
    [InlineData(4.4e-15, 1.13e-12)]
    [InlineData(10e-15, 2.56e-12)]
    [InlineData(50e-15, 12.8e-12)]
    public void A_conversion_costs_the_figure_of_merit_per_step(double merit, double expected) =>
        Assert.InRange(new ConverterCost(8, merit, 1e9, 0).Energy / expected, 0.995, 1.005);

    [Fact]
    public void A_product_is_the_sum_of_what_is_counted()
    {
        var technology = new WireTechnology("round", 50e-9, 2, 5e-8);
        var cost = new ArrayCost(2, 3, technology, 0.5, new ConverterCost(4, 1e-15, 1e8, 1e-10), ColumnsPerConverter: 3);
        var product = cost.Product([1e-6, 2e-6, 3e-6, 4e-6, 5e-6, 6e-6], [1, 0.5], sense: 1000);

        // Bit line: 2 cells of 100 nm, 1e7 Ohm/m and 0.2 nF/m.
        var settling = Math.Log(2) * 5 * 0.2e-9 * 200e-9 * ((1e7 * 200e-9 / 2) + 1000);
        Assert.Equal(settling, cost.SettlingTime(1000), 1e-9 * settling);
        Assert.Equal(settling + 3e-8, product.Latency, 1e-15);
        Assert.Equal(0.25 * (6e-6 + (0.25 * 15e-6)) * product.Latency, product.Cells, 1e-9 * product.Cells);
        Assert.Equal(0.2e-9 * 300e-9 * 0.25 * 1.25, product.Lines, 1e-9 * product.Lines);
        Assert.Equal(3 * 16e-15, product.Converters, 1e-20);
        Assert.Equal(product.Cells + product.Lines + product.Converters, product.Energy);
        Assert.Equal((6 * 1e-14) + 1e-10, cost.Area, 1e-20);
        Assert.Equal((50e-12, 3e-6), ArrayCost.Update(50, 1e-12, 1e-6, 20));
    }

    [Fact]
    public void Wires_get_worse_when_it_is_hot() =>
        Assert.Equal(1.451, WireTechnology.Nodes[3].ResistancePerMetre(400) / WireTechnology.Nodes[3].ResistancePerMetre(), 1e-9);
}
