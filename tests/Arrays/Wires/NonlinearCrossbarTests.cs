using DevicePhys.Arrays.Wires;
using Xunit;

namespace DevicePhys.Tests.Arrays.Wires;

public sealed class NonlinearCrossbarTests
{
    [Theory]
    [InlineData(0.05)]
    [InlineData(0.3)]
    [InlineData(-2)]
    public void A_single_cell_obeys_its_closed_form(double voltage)
    {
        var currents = new double[1];
        new NonlinearCrossbar([1e-3], 1, 1, new WireSettings(10, 20, 30, 40), 0.1).Solve([voltage], currents);

        // The voltage across cell and 100 Ohm in series is that of the driver.
        var across = (0.1 * Math.Asinh(currents[0] / (1e-3 * 0.1))) + (100 * currents[0]);
        Assert.Equal(voltage, across, 1e-9);
    }

    [Theory]
    [InlineData(20, 13, 1, 0.25)]
    [InlineData(33, 41, 20, 0.1)]
    [InlineData(64, 64, 5, 0.05)]
    [InlineData(16, 24, 500, 0.02)]
    public void Kirchhoff_holds_at_every_node(int rows, int columns, double resistance, double scale)
    {
        var (cells, voltages, currents) = (WireCases.Cells(rows, columns), WireCases.Voltages(rows), new double[columns]);
        var settings = new WireSettings(resistance, 2 * resistance, 50, 30, LineEnds.Both, LineEnds.Last);
        var crossbar = new NonlinearCrossbar(cells, rows, columns, settings, scale);
        var solution = crossbar.Solve(voltages, currents);
        Assert.InRange(solution.RelativeError, 0, 1e-10);
        var (left, total) = (0.0, 0.0);
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                var (word, bit) = crossbar.Node(i, j);
                var current = cells[(i * columns) + j] * scale * Math.Sinh((word - bit) / scale);
                var before = j == 0 ? (voltages[i] - word) / (resistance + 50) : (crossbar.Node(i, j - 1).Word - word) / resistance;
                var after = j == columns - 1 ? (word - voltages[i]) / (resistance + 50) : (word - crossbar.Node(i, j + 1).Word) / resistance;
                left += Math.Abs(before - after - current);
                var above = i == 0 ? 0 : (crossbar.Node(i - 1, j).Bit - bit) / (2 * resistance);
                var below = i == rows - 1 ? bit / ((2 * resistance) + 30) : (bit - crossbar.Node(i + 1, j).Bit) / (2 * resistance);
                left += Math.Abs(above + current - below);
                if (i == rows - 1)
                {
                    Assert.Equal(below, currents[j], 1e-12 + (1e-9 * Math.Abs(below)));
                }

                total += Math.Abs(current);
            }
        }

        Assert.InRange(left / total, 0, 1e-9);
    }

    [Fact]
    public void Cells_of_a_large_scale_voltage_are_ohmic()
    {
        const int Rows = 30, Columns = 22;
        var (cells, voltages) = (WireCases.Cells(Rows, Columns), WireCases.Voltages(Rows));
        var (ohmic, found) = (new double[Columns], new double[Columns]);
        var settings = new WireSettings(3, 3);
        new WiredCrossbar(cells, Rows, Columns, settings).Solve(voltages, ohmic);
        new NonlinearCrossbar(cells, Rows, Columns, settings, 1e4).Solve(voltages, found);
        for (var j = 0; j < Columns; j++)
        {
            Assert.Equal(ohmic[j], found[j], 1e-8 * ohmic.Max(Math.Abs));
        }
    }
}
