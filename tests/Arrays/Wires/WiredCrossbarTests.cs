using DevicePhys.Arrays;
using DevicePhys.Arrays.Wires;
using Xunit;

namespace DevicePhys.Tests.Arrays.Wires;

public sealed class WiredCrossbarTests
{
    [Theory]
    [MemberData(nameof(WireCases.All), MemberType = typeof(WireCases))]
    public void Iteration_adjoint_solves_and_block_elimination_agree(int rows, int columns, WireSettings settings)
    {
        var wired = new WiredCrossbar(WireCases.Cells(rows, columns), rows, columns, settings) { Tolerance = 1e-12 };
        var (adjoint, blocks) = (new double[rows * columns], new double[rows * columns]);
        wired.SolveAdjoint(adjoint);
        wired.EliminateBlocks(blocks);
        var scale = blocks.Max();
        Assert.True(scale > 0);
        for (var i = 0; i < blocks.Length; i++)
        {
            Assert.InRange(adjoint[i] - blocks[i], -1e-10 * scale, 1e-10 * scale);
        }

        var (voltages, currents) = (WireCases.Voltages(rows), new double[columns]);
        var solution = wired.Solve(voltages, currents);
        Assert.InRange(solution.RelativeError, 0, 1e-12);
        AssertProduct(blocks, voltages, currents, 1e-10);
    }

    [Theory]
    [InlineData(784, 10, 1, 1, 0, 0, LineEnds.First, LineEnds.Last)]
    [InlineData(10, 784, 1, 1, 0, 0, LineEnds.First, LineEnds.Last)]
    [InlineData(90, 12, 3, 2, 20, 30, LineEnds.Both, LineEnds.Both)]
    [InlineData(7, 61, 3, 2, 20, 30, LineEnds.Both, LineEnds.Both)]
    [InlineData(33, 5, 100, 1e-3, 0, 5, LineEnds.Last, LineEnds.First)]
    [InlineData(40, 1, 10, 10, 0, 5, LineEnds.First, LineEnds.Last)]
    [InlineData(1, 9, 10, 10, 0, 5, LineEnds.First, LineEnds.Both)]
    [InlineData(50, 9, 0, 2, 10, 0, LineEnds.First, LineEnds.Last)]
    [InlineData(50, 9, 2, 0, 0, 10, LineEnds.First, LineEnds.Last)]
    [InlineData(300, 11, 1e-7, 1e-7, 0, 0, LineEnds.First, LineEnds.Last)]
    [InlineData(120, 8, 1e4, 1e4, 0, 0, LineEnds.First, LineEnds.Both)]
    public void Elimination_line_by_line_gives_the_adjoint_solutions(
        int rows, int columns, double word, double bit, double driver, double sense, LineEnds driven, LineEnds sensed)
    {
        var wired = new WiredCrossbar(WireCases.Cells(rows, columns), rows, columns, new WireSettings(word, bit, driver, sense, driven, sensed)) { Tolerance = 1e-13 };
        var (lines, adjoint) = (new double[rows * columns], new double[rows * columns]);
        wired.EliminateLines(lines);
        wired.SolveAdjoint(adjoint);
        var scale = adjoint.Max();
        Assert.True(scale > 0);
        for (var i = 0; i < lines.Length; i++)
        {
            Assert.InRange(lines[i] - adjoint[i], -1e-10 * scale, 1e-10 * scale);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        wired.EliminateLines(lines);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 2)]
    [InlineData(2, 0)]
    public void Lines_without_resistance_are_the_limit_of_small_ones(double word, double bit)
    {
        const int Rows = 21, Columns = 14;
        var cells = WireCases.Cells(Rows, Columns);
        var (ideal, near) = (new double[cells.Length], new double[cells.Length]);
        new WiredCrossbar(cells, Rows, Columns, new WireSettings(word, bit)).EffectiveMatrix(ideal);
        new WiredCrossbar(cells, Rows, Columns, new WireSettings(Math.Max(word, 1e-9), Math.Max(bit, 1e-9))).EliminateBlocks(near);
        for (var i = 0; i < cells.Length; i++)
        {
            Assert.Equal(near[i], ideal[i], 1e-6 * cells.Max());
        }

        if (word + bit == 0)
        {
            Assert.Equal(cells, ideal);
        }
    }

    [Fact]
    public void A_single_cell_is_a_series_of_resistances()
    {
        var currents = new double[1];
        new WiredCrossbar([1e-3], 1, 1, new WireSettings(1, 2, 3, 4)).Solve([1.0], currents);

        // Ohm: 1000 + (1 + 3) + (2 + 4).
        Assert.Equal(1 / 1010.0, currents[0], 1e-15);
    }

    [Theory]
    [InlineData(512, 512, 1)]
    [InlineData(256, 256, 10)]
    [InlineData(200, 180, 1000)]
    public void Strong_wires_converge_to_the_tolerance_asked_for(int rows, int columns, double resistance)
    {
        var wired = new WiredCrossbar(WireCases.Cells(rows, columns), rows, columns, new WireSettings(resistance, resistance));
        var currents = new double[columns];
        var solution = wired.Solve(WireCases.Voltages(rows), currents);
        Assert.InRange(solution.RelativeError, 0, 1e-10);
        Assert.All(currents, current => Assert.True(double.IsFinite(current)));
    }

    [Fact]
    public void Many_inputs_together_give_what_each_gives_alone()
    {
        const int Rows = 120, Columns = 110, Inputs = 7;
        var wired = new WiredCrossbar(WireCases.Cells(Rows, Columns), Rows, Columns, new WireSettings(1, 1));
        var voltages = WireCases.Voltages(Inputs * Rows);
        var (together, alone) = (new double[Inputs * Columns], new double[Columns]);
        wired.Solve(voltages, Inputs, together);
        for (var k = 0; k < Inputs; k++)
        {
            wired.Solve(voltages.AsSpan(k * Rows, Rows), alone);
            Assert.Equal(alone, together.AsSpan(k * Columns, Columns).ToArray());
        }
    }

    [Fact]
    public void Solutions_allocate_nothing_after_the_first()
    {
        var wired = new WiredCrossbar(WireCases.Cells(64, 40), 64, 40, new WireSettings(1, 1));
        var (voltages, currents) = (WireCases.Voltages(64), new double[40]);
        wired.Solve(voltages, currents);
        var before = GC.GetAllocatedBytesForCurrentThread();
        wired.Solve(voltages, currents);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void New_conductances_are_taken_over()
    {
        var crossbar = new Crossbar(20, 10);
        var wired = new WiredCrossbar(crossbar, new WireSettings(1, 1));
        var currents = new double[10];
        wired.Solve(WireCases.Voltages(20), currents);
        Assert.All(currents, current => Assert.Equal(0, current));
        crossbar[3, 4] = 1e-4f;
        wired.Load(crossbar);
        wired.Solve(WireCases.Voltages(20), currents);
        Assert.True(currents[4] != 0 && currents[5] == 0);
    }

    [Fact]
    public void Bad_input_is_refused_with_a_sentence()
    {
        var settings = new WireSettings(1, 1);
        Assert.Contains("row 1, column 0", Assert.Throws<ArgumentException>(() => new WiredCrossbar([1, 1, -1, 1], 2, 2, settings)).Message, StringComparison.Ordinal);
        Assert.Contains("expected 2 × 2", Assert.Throws<ArgumentException>(() => new WiredCrossbar([1, 1], 2, 2, settings)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new WireSettings(-1, 1));
        var wired = new WiredCrossbar([1e-5, 1e-5], 2, 1, settings);
        Assert.Contains("Voltage 1", Assert.Throws<ArgumentException>(() => wired.Solve([0, double.NaN], new double[1])).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => new WiredCrossbar([1e-5], 1, 1, new WireSettings(0, 1)).EliminateBlocks(new double[1]));
    }

    internal static void AssertProduct(double[] matrix, double[] voltages, double[] currents, double tolerance)
    {
        var sums = new double[currents.Length];
        for (var i = 0; i < voltages.Length; i++)
        {
            for (var j = 0; j < sums.Length; j++)
            {
                sums[j] += voltages[i] * matrix[(i * sums.Length) + j];
            }
        }

        var scale = sums.Max(Math.Abs);
        for (var j = 0; j < sums.Length; j++)
        {
            Assert.InRange(currents[j] - sums[j], -tolerance * scale, tolerance * scale);
        }
    }
}
