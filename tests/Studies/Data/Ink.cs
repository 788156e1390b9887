using DevicePhys.Studies.Data;

namespace DevicePhys.Tests.Studies.Data;

/// <summary>Statistics of pixels, 1 being full ink.</summary>
internal static class Ink
{
    public static (double Mean, double Deviation) MeanAndDeviation(DigitImages images)
    {
        var (sum, squares) = (0L, 0L);
        foreach (var pixel in images.Pixels)
        {
            sum += pixel;
            squares += pixel * pixel;
        }

        var mean = sum / 255.0 / images.Pixels.Length;
        return (mean, Math.Sqrt(squares / (255.0 * 255.0) / images.Pixels.Length - mean * mean));
    }

    public static (double Row, double Column) CentreOfMass(DigitImages images, int i)
    {
        var (mass, row, column) = (0.0, 0.0, 0.0);
        var image = images.Image(i);
        for (var p = 0; p < image.Length; p++)
        {
            mass += image[p];
            row += image[p] * (p / images.Columns);
            column += image[p] * (p % images.Columns);
        }

        return (row / mass, column / mass);
    }
}
