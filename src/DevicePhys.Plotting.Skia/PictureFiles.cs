using OxyPlot.SkiaSharp;

namespace DevicePhys.Plotting;

/// <summary>Pictures as files that need a graphics library to be drawn: PNG and PDF.</summary>
/// <remarks>
/// Apart from <see cref="Picture"/>, so that a program that wants SVG alone carries no native code. Files appear whole or not at all. Where the
/// machine lacks a font or the library, no file is written and a sentence says so.
/// </remarks>
public static class PictureFiles
{
    private const int PngScale = 2;

    /// <summary>Writes the picture, by default as SVG and as PNG.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="stem">The path without an extension, such as "runs/mnist-001/accuracy".</param>
    /// <param name="kinds">The kinds of file.</param>
    /// <returns>Null, or a sentence that says why there is no PNG or PDF.</returns>
    public static string? Write(this Picture picture, string stem, PictureKinds kinds = PictureKinds.Svg | PictureKinds.Png)
    {
        ArgumentNullException.ThrowIfNull(picture);
        if (kinds.HasFlag(PictureKinds.Svg))
            picture.WriteSvg(stem + ".svg");
        var png = kinds.HasFlag(PictureKinds.Png) ? picture.WritePng(stem + ".png") : null;
        var pdf = kinds.HasFlag(PictureKinds.Pdf) ? picture.WritePdf(stem + ".pdf") : null;
        return png ?? pdf;
    }

    /// <summary>Writes the picture as PNG, of twice the pixels.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="path">The file; replaced if it exists.</param>
    /// <returns>Null, or a sentence that says why no file was written.</returns>
    public static string? WritePng(this Picture picture, string path)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return Draw(picture, "PNG", () => WholeFile.Write(path, stream => ExportPng(picture, stream)));
    }

    /// <summary>Writes the picture as PNG, of twice the pixels.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="stream">Where to write.</param>
    /// <returns>Null, or a sentence that says why nothing was written.</returns>
    public static string? WritePng(this Picture picture, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(stream);
        return Draw(picture, "PNG", () => ExportPng(picture, stream));
    }

    /// <summary>Writes the picture as a PDF of one page, which holds the letters it uses.</summary>
    /// <param name="picture">The picture; a pixel is 1/96 inch.</param>
    /// <param name="path">The file; replaced if it exists.</param>
    /// <returns>Null, or a sentence that says why no file was written.</returns>
    public static string? WritePdf(this Picture picture, string path)
    {
        ArgumentNullException.ThrowIfNull(picture);
        const float pointsPerPixel = 72f / 96f;
        return Draw(picture, "PDF", () => WholeFile.Write(path, stream =>
            new PdfExporter { Width = picture.Width * pointsPerPixel, Height = picture.Height * pointsPerPixel, UseTextShaping = false }.Export(picture.Model, stream)));
    }

    private static void ExportPng(Picture picture, Stream stream) =>
        new PngExporter { Width = picture.Width * PngScale, Height = picture.Height * PngScale, Dpi = 96 * PngScale, UseTextShaping = false }.Export(picture.Model, stream);

    private static string? Draw(Picture picture, string kind, Action write)
    {
        try
        {
            if (InstalledFont.Find() is not { } font)
                return $"{kind} pictures are left out: this machine has no usable font (install one, such as DejaVu Sans); the SVG files need none.";
            picture.Model.DefaultFont = font;
            write();
            return null;
        }
        catch (Exception exception) when (exception is DllNotFoundException or TypeInitializationException)
        {
            return $"{kind} pictures are left out: the graphics library SkiaSharp does not load on this machine; the SVG files do not need it.";
        }
    }
}
