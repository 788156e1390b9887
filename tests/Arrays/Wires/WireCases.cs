using DevicePhys.Arrays.Wires;
using DevicePhys.Sampling;
using Xunit;

namespace DevicePhys.Tests.Arrays.Wires;

/// <summary>Crossbars of many shapes, resistances and ends.</summary>
internal static class WireCases
{
    /// <summary>Rows, columns, word segment, bit segment, driver, sense [Ohm], driven and sensed ends.</summary>
    public static TheoryData<int, int, WireSettings> All => new()
    {
        { 1, 1, new(1, 2, 3, 4) },
        { 3, 5, new(1, 1) },
        { 8, 8, new(2, 1, 100, 50) },
        { 17, 13, new(10, 1, 0, 5, LineEnds.Both) },
        { 33, 20, new(1, 10, 20, 0, LineEnds.First, LineEnds.Both) },
        { 24, 31, new(5, 5, 1000, 300, LineEnds.Both, LineEnds.Both) },
        { 40, 12, new(3, 4, 5, 6, LineEnds.Last, LineEnds.First) },
        { 64, 64, new(1, 1) },
        { 50, 65, new(100, 100, 10, 10) },
        { 9, 70, new(1e-3, 1e-3) },
    };

    public static double[] Cells(int rows, int columns, double least = 1e-6, double most = 100e-6)
    {
        var random = new RandomStream(11, "wire tests", (ulong)((rows * 1000) + columns));
        var cells = new double[rows * columns];
        foreach (ref var cell in cells.AsSpan())
        {
            cell = least + ((most - least) * random.NextDouble());
        }

        return cells;
    }

    /// <summary>Voltages of both signs [V].</summary>
    public static double[] Voltages(int count)
    {
        var random = new RandomStream(12, "wire tests", (ulong)count);
        var voltages = new double[count];
        foreach (ref var voltage in voltages.AsSpan())
        {
            voltage = (0.6 * random.NextDouble()) - 0.2;
        }

        return voltages;
    }
}
