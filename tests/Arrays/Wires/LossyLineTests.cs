using DevicePhys.Arrays.Wires;
using Xunit;

namespace DevicePhys.Tests.Arrays.Wires;

public sealed class LossyLineTests
{
    // One bit line, word lines of no resistance, equal cells: the continuous line differs from the ladder by the half segment at its end.
    [Theory]
    [InlineData(784, 12e-6, 0.5)]
    [InlineData(784, 12e-6, 10)]
    [InlineData(256, 50e-6, 1)]
    public void The_line_by_hand_is_the_ladder_solved_exactly(int cells, double conductance, double segment)
    {
        var current = new double[1];
        new WiredCrossbar([.. Enumerable.Repeat(conductance, cells)], cells, 1, new WireSettings(0, segment)).Solve([.. Enumerable.Repeat(0.1, cells)], current);
        Assert.Equal(current[0] / (0.1 * conductance * cells), LossyLine.Share(cells, conductance, segment), 0.01);
    }

    // 784 x 100 skyrmion junctions of 10 to 14.2 uS, all rows driven: means over the columns found by scipy's sparse LU over all nodes (nodal.py).
    [Theory]
    [InlineData(0.5, 0.4904, 0.02)]
    [InlineData(10, 0.0979, 0.2)]
    public void Word_lines_take_a_little_more_as_an_independent_solver_says(double segment, double scipy, double more)
    {
        var share = LossyLine.Share(784, 12.12e-6, segment);
        Assert.InRange(scipy, share * (1 - more), share);
    }

    [Fact]
    public void Ideal_wires_pass_everything_on() => Assert.Equal(1, LossyLine.Share(784, 1e-5, 0));
}
