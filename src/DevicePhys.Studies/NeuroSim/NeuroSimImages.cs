using DevicePhys.Studies.Data;

namespace DevicePhys.Studies.NeuroSim;

/// <summary>Digits as the MLP+NeuroSim benchmark shows them: the central 20 × 20 pixels, black or white.</summary>
public static class NeuroSimImages
{
    /// <summary>Rows and columns of an image.</summary>
    public const int Side = 20;

    private const byte White = 128;

    /// <summary>Crops and thresholds both parts of a set.</summary>
    /// <param name="digits">Images of at least 20 × 20 pixels.</param>
    /// <returns>The same set as the benchmark shows it.</returns>
    /// <exception cref="ArgumentException">The images are smaller.</exception>
    public static DigitSet Of(DigitSet digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        return digits with { Train = Of(digits.Train), Test = Of(digits.Test) };
    }

    /// <summary>Crops and thresholds images.</summary>
    /// <param name="images">Images of at least 20 × 20 pixels.</param>
    /// <returns>The central 20 × 20 pixels, 255 where the pixel was 128 or more, else 0.</returns>
    /// <exception cref="ArgumentException">The images are smaller.</exception>
    public static DigitImages Of(DigitImages images)
    {
        ArgumentNullException.ThrowIfNull(images);
        if (images.Rows < Side || images.Columns < Side)
        {
            throw new ArgumentException($"The images are {images.Rows} x {images.Columns}, expected at least {Side} x {Side} pixels.", nameof(images));
        }

        var (top, left) = ((images.Rows - Side) / 2, (images.Columns - Side) / 2);
        var pixels = new byte[images.Count * Side * Side];
        for (var i = 0; i < images.Count; i++)
        {
            for (var p = 0; p < Side * Side; p++)
            {
                var ink = images.Image(i)[((top + (p / Side)) * images.Columns) + left + (p % Side)];
                pixels[(i * Side * Side) + p] = ink >= White ? (byte)255 : (byte)0;
            }
        }

        return new DigitImages(Side, Side, pixels, images.Labels);
    }
}
