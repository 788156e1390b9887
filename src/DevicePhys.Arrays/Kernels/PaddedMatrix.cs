namespace DevicePhys.Arrays.Kernels;

/// <summary>A row-major float matrix whose rows are padded to whole vectors; the padding is 0 and stays 0.</summary>
internal sealed class PaddedMatrix(int rows, int columns)
{
    /// <summary>Lanes of the widest vector used; rows are padded to a multiple of it.</summary>
    public const int Lanes = 8;

    public int Rows { get; } = rows;

    public int Columns { get; } = columns;

    public int Stride { get; } = Pad(columns);

    public float[] Values { get; } = new float[rows * Pad(columns)];

    public static int Pad(int columns) => (columns + Lanes - 1) / Lanes * Lanes;

    public Span<float> Row(int row) => Values.AsSpan(row * Stride, Columns);
}
