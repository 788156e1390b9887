using DevicePhys.Numbers;
using Xunit;

namespace DevicePhys.Tests.Devices;

/// <summary>Looks for jumps of value or slope along a line: the steepest interval is halved until a smooth function must be flat in it.</summary>
/// <param name="line">The outputs at s from 0 to 1, with their derivative by s as the first slope.</param>
internal sealed class SmoothnessScan(Func<double, Dual[]> line)
{
    private const int Intervals = 200;
    private const int Halvings = 33;

    /// <summary>Fails where a jump is left.</summary>
    public void Check(string where)
    {
        var grid = Enumerable.Range(0, Intervals + 1).Select(i => line((double)i / Intervals)).ToArray();
        for (var output = 0; output < grid[0].Length; output++)
        {
            Check(grid, output, point => point.Value, $"{where}: output {output} jumps");
            Check(grid, output, point => point.Slope(0), $"{where}: output {output} has a corner");
        }
    }

    private void Check(Dual[][] grid, int output, Func<Dual, double> of, string message)
    {
        double At(Dual[] outputs) => of(outputs[output]);
        var size = grid.Max(outputs => Math.Abs(At(outputs)));
        var worst = Enumerable.Range(0, Intervals).MaxBy(i => Math.Abs(At(grid[i + 1]) - At(grid[i])));
        var (low, high) = ((double)worst / Intervals, (worst + 1.0) / Intervals);
        var (atLow, atHigh) = (At(grid[worst]), At(grid[worst + 1]));
        for (var halving = 0; halving < Halvings; halving++)
        {
            var middle = 0.5 * (low + high);
            var atMiddle = At(line(middle));
            (low, atLow, high, atHigh) = Math.Abs(atMiddle - atLow) > Math.Abs(atHigh - atMiddle)
                ? (low, atLow, middle, atMiddle)
                : (middle, atMiddle, high, atHigh);
        }

        Assert.True(Math.Abs(atHigh - atLow) <= 1e-4 * size, $"{message} by {atHigh - atLow} (largest {size}) at s = {low}");
    }
}
