using DevicePhys.Arrays.Kernels;

namespace DevicePhys.Arrays;

/// <summary>A passive crossbar with ideal wires: word lines drive, bit lines collect.</summary>
/// <remarks>
/// Ohm at each crossing and Kirchhoff on each bit line: the current of column j is the sum over rows i of voltage i times conductance
/// (i, j). Valid for bit lines held at virtual ground and wires without resistance. Not thread safe while it is written.
/// </remarks>
public sealed class Crossbar
{
    private readonly float[] sums;

    /// <summary>Creates a crossbar whose conductances are all 0.</summary>
    /// <param name="rows">Word lines.</param>
    /// <param name="columns">Bit lines.</param>
    public Crossbar(int rows, int columns)
        : this(Zeros(rows, columns))
    {
    }

    internal Crossbar(PaddedMatrix cells)
    {
        Cells = cells;
        sums = new float[Cells.Stride];
    }

    /// <summary>Word lines.</summary>
    public int Rows => Cells.Rows;

    /// <summary>Bit lines.</summary>
    public int Columns => Cells.Columns;

    internal PaddedMatrix Cells { get; }

    /// <summary>The conductance of one crossing [S].</summary>
    /// <param name="row">The word line.</param>
    /// <param name="column">The bit line.</param>
    public float this[int row, int column]
    {
        get => Row(row)[column];
        set => Row(row)[column] = value;
    }

    /// <summary>The conductances of one word line.</summary>
    /// <param name="row">The word line.</param>
    /// <returns>[Columns], [S], writable.</returns>
    public Span<float> Row(int row) => Cells.Row(row);

    /// <summary>The bit-line currents.</summary>
    /// <param name="input">The driven word lines; values in units of the read voltage.</param>
    /// <param name="readVoltage">The read voltage [V].</param>
    /// <param name="currents">[Columns], [A], filled.</param>
    public void Multiply(ActiveInput input, float readVoltage, Span<float> currents)
    {
        RowSums.Add(new SingleRows(Cells), input, sums);
        Scale(readVoltage, currents);
    }

    /// <summary>The same as <see cref="Multiply"/>, written plainly: the reference it is compared with.</summary>
    /// <param name="input">The driven word lines.</param>
    /// <param name="readVoltage">The read voltage [V].</param>
    /// <param name="currents">[Columns], [A], filled.</param>
    public void MultiplyPlain(ActiveInput input, float readVoltage, Span<float> currents)
    {
        RowSums.AddPlain(new SingleRows(Cells), input, sums);
        Scale(readVoltage, currents);
    }

    private static PaddedMatrix Zeros(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        return new PaddedMatrix(rows, columns);
    }

    private void Scale(float readVoltage, Span<float> currents)
    {
        for (var j = 0; j < Columns; j++)
        {
            currents[j] = readVoltage * sums[j];
        }
    }
}
