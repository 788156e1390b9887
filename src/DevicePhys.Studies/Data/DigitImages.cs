namespace DevicePhys.Studies.Data;

/// <summary>Grey images of handwritten digits with their labels.</summary>
/// <remarks>Immutable as long as nobody writes into the arrays; shared by all threads.</remarks>
public sealed class DigitImages
{
    /// <summary>Joins pixels and labels; the arrays are kept, not copied.</summary>
    /// <param name="rows">Rows of an image.</param>
    /// <param name="columns">Columns of an image.</param>
    /// <param name="pixels">The pixels, [Count × Rows × Columns], row-major, 0 background to 255 ink.</param>
    /// <param name="labels">The digit of each image, 0 to 9, [Count].</param>
    /// <exception cref="ArgumentOutOfRangeException">Rows or columns below 1, or a label above 9.</exception>
    /// <exception cref="ArgumentException">The number of pixels is not labels × rows × columns.</exception>
    public DigitImages(int rows, int columns, byte[] pixels, byte[] labels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentNullException.ThrowIfNull(labels);
        var needed = (long)labels.Length * rows * columns;
        if (pixels.Length != needed)
            throw new ArgumentException($"{labels.Length} images of {rows} x {columns} need {needed} pixels, not {pixels.Length}.", nameof(pixels));
        var bad = labels.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)9);
        if (bad >= 0) throw new ArgumentOutOfRangeException(nameof(labels), labels[bad], $"Label {bad} should be 0 to 9.");
        Rows = rows;
        Columns = columns;
        Pixels = pixels;
        Labels = labels;
    }

    /// <summary>The number of images.</summary>
    public int Count => Labels.Length;

    /// <summary>Rows of an image.</summary>
    public int Rows { get; }

    /// <summary>Columns of an image.</summary>
    public int Columns { get; }

    /// <summary>All pixels, [Count × Rows × Columns], row-major, 0 background to 255 ink.</summary>
    public byte[] Pixels { get; }

    /// <summary>The digit of each image, 0 to 9, [Count].</summary>
    public byte[] Labels { get; }

    /// <summary>The pixels of one image, [Rows × Columns], row-major.</summary>
    /// <param name="i">Which image, 0 to Count-1.</param>
    /// <returns>A view, not a copy.</returns>
    public ReadOnlySpan<byte> Image(int i) => Pixels.AsSpan(i * Rows * Columns, Rows * Columns);

    /// <summary>Copies some of the images, in the order asked for.</summary>
    /// <param name="indices">Which images, each 0 to Count-1.</param>
    /// <returns>The chosen images.</returns>
    public DigitImages Take(ReadOnlySpan<int> indices)
    {
        var size = Rows * Columns;
        var pixels = new byte[indices.Length * size];
        var labels = new byte[indices.Length];
        for (var k = 0; k < indices.Length; k++)
        {
            Image(indices[k]).CopyTo(pixels.AsSpan(k * size, size));
            labels[k] = Labels[indices[k]];
        }

        return new DigitImages(Rows, Columns, pixels, labels);
    }
}
