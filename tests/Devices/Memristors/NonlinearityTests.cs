using System.Globalization;
using DevicePhys.Devices.Memristors;
using Xunit;

namespace DevicePhys.Tests.Devices.Memristors;

public sealed class NonlinearityTests
{
    [Theory] // V31: rows of the table of the NeuroSim benchmark.
    [InlineData(2.40, 0.4992)]
    [InlineData(4.88, 0.2003)]
    [InlineData(-4.88, -0.2003)]
    public void A_label_stands_for_the_published_curvature(double label, double a) => Assert.Equal(1, 1 / Nonlinearity.Curvature(label) / a, 1e-3);

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.01)]
    [InlineData(-0.63)]
    [InlineData(6.76)]
    [InlineData(9.0)]
    public void Label_and_curvature_are_inverse(double label) => Assert.Equal(label, Nonlinearity.Label(Nonlinearity.Curvature(label)), 1e-9);

    [Theory] // The largest perpendicular distance, found on a grid.
    [InlineData(1e-3)]
    [InlineData(0.5)]
    [InlineData(3.0)]
    [InlineData(20.0)]
    public void The_closed_form_is_the_largest_distance_from_the_diagonal(double c)
    {
        var largest = Enumerable.Range(0, 100_001).Max(i => Math.Abs((1 - Math.Exp(-c * i * 1e-5)) / (1 - Math.Exp(-c)) - i * 1e-5)) / Math.Sqrt(2);
        Assert.Equal(largest / 0.07, Nonlinearity.Label(c), 1e-6);
    }

    [Fact]
    public void The_straight_line_and_its_neighbours_join()
    {
        Assert.Equal(0, Nonlinearity.Label(0));
        Assert.Equal(1, Nonlinearity.Label(1.0001e-3) / Nonlinearity.Label(0.9999e-3) / 1.0002, 1e-6);
    }

    [Theory]
    [InlineData(10.0)]
    [InlineData(double.NaN)]
    public void A_label_of_no_curve_is_refused(double label) => Assert.Throws<ArgumentOutOfRangeException>(() => Nonlinearity.Curvature(label));

    [Fact] // All 900 rows; needs the table, which is not ours to ship.
    public void The_whole_published_table_is_reproduced()
    {
        var file = Path.Combine(Environment.GetEnvironmentVariable("DEVICEPHYS_DATA") ?? "", "measured/neurosim_ag_asi/nonlinearity_to_normA.csv");
        Assert.SkipUnless(File.Exists(file), "needs measured/neurosim_ag_asi: set DEVICEPHYS_DATA");
        var rows = File.ReadLines(file).Skip(1)
            .Select(line => line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray()).ToList();
        Assert.Equal(900, rows.Count);
        Assert.All(rows, row => Assert.Equal(row[0], Nonlinearity.Label(1 / row[1]), 0.005));
    }
}
