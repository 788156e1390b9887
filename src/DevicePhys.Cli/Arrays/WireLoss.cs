using System.Globalization;
using DevicePhys.Arrays.Wires;
using DevicePhys.Plotting;

namespace DevicePhys.Cli.Arrays;

/// <summary>What the wires of a crossbar take from each cell: the part of its conductance that is not seen from outside.</summary>
internal static class WireLoss
{
    /// <summary>The loss of each cell [%]; NaN for a cell without conductance, and negative where other paths add to what is seen.</summary>
    /// <param name="conductances">[cells] [S].</param>
    /// <param name="effective">[cells] [S].</param>
    public static double[] Percent(IReadOnlyList<double> conductances, IReadOnlyList<double> effective) =>
        [.. conductances.Zip(effective, (g, seen) => g == 0 ? double.NaN : 100 * (1 - (seen / g)))];

    /// <summary>Draws the losses.</summary>
    public static Picture Draw(MatrixFile cells, IReadOnlyList<double> effective, WireSettings settings) => ArrayMap.Draw(
        string.Create(CultureInfo.InvariantCulture, $"{cells.Rows} × {cells.Columns} cells, {settings.WordLineSegment} Ω and {settings.BitLineSegment} Ω from cell to cell"),
        new AxisQuantity("Conductance lost to the wires", "", "%"), Percent(cells.Values, effective), cells.Rows, cells.Columns);
}
