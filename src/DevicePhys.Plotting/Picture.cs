using System.Text;
using OxyPlot;

namespace DevicePhys.Plotting;

/// <summary>A plot with a size, which can be written as SVG; <c>PictureFiles</c> of DevicePhys.Plotting.Skia writes the same as PNG and PDF.</summary>
/// <remarks>Files appear whole or not at all: each is written under a temporary name and renamed. Not thread safe.</remarks>
public sealed class Picture
{
    private const double LargestTitle = 16;

    /// <summary>Creates a picture; a title too long for it is set in smaller letters.</summary>
    /// <param name="model">The plot, styled.</param>
    /// <param name="width">Width [px].</param>
    /// <param name="height">Height [px].</param>
    public Picture(PlotModel model, int width = 720, int height = 480)
    {
        ArgumentNullException.ThrowIfNull(model);
        (Model, Width, Height) = (model, width, height);
        var title = new SvgTextMeasurer().MeasureText(model.Title, PlotStyle.SvgFont, LargestTitle, model.TitleFontWeight);
        model.TitleFontSize = LargestTitle * Math.Min(1, 0.94 * width / Math.Max(1, title.Width));
        (model.ClipTitle, model.TitleHorizontalAlignment) = (false, TitleHorizontalAlignment.CenteredWithinView);
    }

    /// <summary>The plot.</summary>
    public PlotModel Model { get; }

    /// <summary>Width [px]; a PNG has twice as many pixels.</summary>
    public int Width { get; }

    /// <summary>Height [px]; a PNG has twice as many pixels.</summary>
    public int Height { get; }

    /// <summary>The picture as SVG text; the same picture always gives the same text, on every machine.</summary>
    /// <returns>The SVG document.</returns>
    public string ToSvg()
    {
        Model.DefaultFont = PlotStyle.SvgFont;
        using var stream = new MemoryStream();
        using (var canvas = new SvgCanvas(stream, Width, Height, Model.Background))
        {
            var plot = (IPlotModel)Model;
            plot.Update(true);
            plot.Render(canvas, new OxyRect(0, 0, Width, Height));
            canvas.Complete();
            canvas.Flush();
        }

        // With a view box the picture can be scaled by whatever page shows it.
        var svg = Encoding.UTF8.GetString(stream.ToArray()).TrimStart('\ufeff');
        var size = $"width=\"{Width}\" height=\"{Height}\"";
        return svg.Replace(size, $"{size} viewBox=\"0 0 {Width} {Height}\"", StringComparison.Ordinal);
    }

    /// <summary>Writes the picture as SVG.</summary>
    /// <param name="path">The file; replaced if it exists.</param>
    public void WriteSvg(string path) => WholeFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(ToSvg())));
}
