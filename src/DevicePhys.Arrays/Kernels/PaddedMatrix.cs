namespace DevicePhys.Arrays.Kernels;

/// <summary>A row-major float matrix whose rows are padded to whole vectors; the padding is 0 and stays 0.</summary>
internal sealed class PaddedMatrix
{
    /// <summary>Lanes of the widest vector used; rows are padded to a multiple of it.</summary>
    public const int Lanes = 8;

    /// <summary>A matrix of zeros with memory of its own.</summary>
    public PaddedMatrix(int rows, int columns)
        : this(new float[rows * Pad(columns)], 0, rows, columns)
    {
    }

    /// <summary>A matrix in memory it may share with others.</summary>
    public PaddedMatrix(float[] memory, int start, int rows, int columns)
    {
        (Memory, Start, Rows, Columns, Stride) = (memory, start, rows, columns, Pad(columns));
    }

    public int Rows { get; }

    public int Columns { get; }

    public int Stride { get; }

    /// <summary>Where the elements lie, from <see cref="Start"/> on.</summary>
    public float[] Memory { get; }

    public int Start { get; }

    public Span<float> Values => Memory.AsSpan(Start, Rows * Stride);

    public static int Pad(int columns) => (columns + Lanes - 1) / Lanes * Lanes;

    public Span<float> Row(int row) => Memory.AsSpan(Start + (row * Stride), Columns);
}
