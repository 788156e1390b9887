using SpiceSharp.Algebra;

namespace DevicePhys.Circuits.SpiceSharp;

/// <summary>One device's part of the library's matrix and right side.</summary>
/// <remarks>
/// Rows and columns are the terminals, the reference last, then the states. Whatever is linearised here is f(u) + Σ slope (u' - u): slopes go left,
/// the rest right.
/// </remarks>
internal sealed class StampMatrix
{
    private readonly int terminals, width;
    private readonly double[] values;
    private readonly ElementSet<double> elements;
    private double[] point = [];

    /// <summary>Reserves the places.</summary>
    /// <param name="solver">The matrix.</param>
    /// <param name="rows">The row of each terminal, then of each state.</param>
    /// <param name="terminals">How many terminals there are.</param>
    public StampMatrix(ISparsePivotingSolver<double> solver, int[] rows, int terminals)
    {
        (this.terminals, width) = (terminals, rows.Length);
        MatrixLocation[] places = [.. rows.SelectMany(row => rows.Select(column => new MatrixLocation(row, column)))];
        values = new double[places.Length + width];
        elements = new ElementSet<double>(solver, places, rows);
    }

    /// <summary>Begins anew at a point.</summary>
    public void At(ReadOnlySpan<double> voltage, ReadOnlySpan<double> state)
    {
        Array.Clear(values);
        point = [.. voltage, .. state];
    }

    /// <summary>A current into a port, out of the reference.</summary>
    public void Current(int port, double current, double[,] slopes, double factor)
    {
        Linear(port, port, current, slopes, factor, 1);
        Linear(terminals - 1, port, current, slopes, factor, -1);
    }

    /// <summary>A state's row: derivative - rate = 0.</summary>
    public void Rate(int state, double excess, double[,] slopes, double derivativeSlope)
    {
        var row = terminals + state;
        Linear(row, state, excess, slopes, 1, -1);
        values[(row * width) + row] += derivativeSlope;
        values[(width * width) + row] += derivativeSlope * point[terminals - 1 + state];
    }

    /// <summary>A state that stands still.</summary>
    public void Hold(int state, double value)
    {
        var row = terminals + state;
        values[(row * width) + row] = 1;
        values[(width * width) + row] = value;
    }

    /// <summary>Adds everything to the matrix.</summary>
    public void Load() => elements.Add(values);

    private void Linear(int row, int function, double value, double[,] slopes, double factor, double sign)
    {
        var constant = value;
        for (var q = 0; q < point.Length; q++)
        {
            var slope = factor * slopes[function, q];
            constant -= slope * point[q];
            if (q < terminals - 1)
            {
                values[(row * width) + q] += sign * slope;
                values[(row * width) + terminals - 1] -= sign * slope;
            }
            else
            {
                values[(row * width) + q + 1] += sign * slope;
            }
        }

        values[(width * width) + row] -= sign * constant;
    }
}
