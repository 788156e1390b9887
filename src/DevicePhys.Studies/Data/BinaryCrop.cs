namespace DevicePhys.Studies.Data;

/// <summary>The middle of images in black and white: the input of networks of 400 inputs.</summary>
/// <remarks>The 20 × 20 pixels in which MNIST's digits stand (plus what leans out of them), those of 128 and above full, the others empty: the input of the MLP in Chen, Peng, Yu, IEEE TCAD 37, 3067 (2018).</remarks>
public static class BinaryCrop
{
    private const int Side = 20;

    /// <summary>Crops and cuts both parts of a set.</summary>
    /// <param name="digits">Images of at least 20 × 20 pixels.</param>
    /// <returns>The same digits, 20 × 20, pixels 0 or 255.</returns>
    /// <exception cref="ArgumentException">The images are smaller.</exception>
    public static DigitSet Of(DigitSet digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        return digits with { Train = Of(digits.Train), Test = Of(digits.Test) };
    }

    /// <summary>Crops and cuts images.</summary>
    /// <param name="images">Images of at least 20 × 20 pixels.</param>
    /// <returns>As many images, 20 × 20, pixels 0 or 255.</returns>
    /// <exception cref="ArgumentException">The images are smaller.</exception>
    public static DigitImages Of(DigitImages images)
    {
        ArgumentNullException.ThrowIfNull(images);
        if (images.Rows < Side || images.Columns < Side)
        {
            throw new ArgumentException($"The images are {images.Rows} × {images.Columns}, expected at least {Side} × {Side}.", nameof(images));
        }

        var (top, left) = ((images.Rows - Side) / 2, (images.Columns - Side) / 2);
        var pixels = new byte[images.Count * Side * Side];
        for (var i = 0; i < images.Count; i++)
        {
            var image = images.Image(i);
            for (var row = 0; row < Side; row++)
            {
                for (var column = 0; column < Side; column++)
                {
                    pixels[(((i * Side) + row) * Side) + column] = image[((top + row) * images.Columns) + left + column] >= 128 ? (byte)255 : (byte)0;
                }
            }
        }

        return new DigitImages(Side, Side, pixels, images.Labels);
    }
}
