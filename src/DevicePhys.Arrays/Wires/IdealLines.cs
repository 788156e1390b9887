using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DevicePhys.Arrays.Wires;

/// <summary>The effective matrix when one kind of line has no resistance: then the lines of the other kind do not know of each other.</summary>
internal static class IdealLines
{
    /// <summary>Fills the effective matrix.</summary>
    /// <param name="wires">The array; its word lines or its bit lines are ideal.</param>
    /// <param name="side">Room for one right-hand side.</param>
    /// <param name="matrix">[Rows × Columns], row-major, filled [S].</param>
    public static void Run(WirePlanes wires, KrylovPlanes side, Span<double> matrix)
    {
        if (wires.Bit.Ideal)
        {
            BitLinesAtGround(wires, side, matrix);
        }
        else
        {
            for (var j = 0; j < wires.Columns; j++)
            {
                BitLine(wires, j, matrix);
            }
        }
    }

    /// <summary>One volt on every word line gives every row at once.</summary>
    private static void BitLinesAtGround(WirePlanes wires, KrylovPlanes side, Span<double> matrix)
    {
        var voltages = new double[wires.Rows];
        Array.Fill(voltages, 1);
        Drive.IntoGround(wires, voltages, side);
        for (var i = 0; i < wires.Rows; i++)
        {
            MemoryMarshal.CreateReadOnlySpan(ref side.ResidualRow(i), wires.Columns).CopyTo(matrix[(i * wires.Columns)..]);
        }
    }

    /// <summary>One volt at the sense input: each driver gets the current of its cell.</summary>
    private static void BitLine(WirePlanes wires, int column, Span<double> matrix)
    {
        // Forward along the line: what one ampere per volt of the input becomes at each node, scaled by the line's factors.
        var forward = new double[wires.Rows];
        for (var i = 0; i < wires.Rows; i++)
        {
            forward[i] = (i == 0 ? wires.Bit.First : 0) + (i == wires.Rows - 1 ? wires.Bit.Last : 0)
                + (i == 0 ? 0 : Factor(i - 1) * forward[i - 1]);
        }

        var voltage = Factor(wires.Rows - 1) * forward[^1];
        for (var i = wires.Rows - 1; i >= 0; i--)
        {
            voltage = i == wires.Rows - 1 ? voltage : Factor(i) * ((wires.Bit.Segment * forward[i]) + voltage);
            matrix[(i * wires.Columns) + column] = wires.Cell(i, column) * voltage;
        }

        double Factor(int row) => Unsafe.Add(ref wires.BitFactors(row), column);
    }
}
