using OxyPlot;

namespace DevicePhys.Plotting;

/// <summary>An SVG file that looks like the PNG of the same picture in every viewer.</summary>
/// <remarks>
/// OxyPlot leaves the vertical place of a text to the viewer (dominant-baseline), which many ignore, and does not scale dashes with the
/// line width. Here every text stands on a computed baseline.
/// </remarks>
internal sealed class SvgCanvas(Stream stream, double width, double height, OxyColor background)
    : SvgRenderContext(stream, width, height, isDocument: false, new SvgTextMeasurer(), background)
{
    // The PNG is drawn at twice the size, and its renderer scales dashes by the resolution once too often; this follows it.
    private const double DashScale = 2;

    /// <inheritdoc/>
    public override void DrawText(
        ScreenPoint p,
        string? text,
        OxyColor c,
        string fontFamily,
        double fontSize,
        double fontWeight,
        double rotate,
        HorizontalAlignment halign,
        VerticalAlignment valign,
        OxySize? maxSize)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        var lines = text.Split('\n');
        var lineHeight = fontSize * SvgTextMeasurer.LineHeight;
        var baseline = valign switch
        {
            VerticalAlignment.Top => fontSize * SvgTextMeasurer.Ascent,
            VerticalAlignment.Middle => ((fontSize * (SvgTextMeasurer.Ascent - SvgTextMeasurer.Descent)) - (lineHeight * (lines.Length - 1))) / 2,
            _ => -(fontSize * SvgTextMeasurer.Descent) - (lineHeight * (lines.Length - 1)),
        };
        var (sin, cos) = Math.SinCos(rotate / 180 * Math.PI);
        foreach (var line in lines)
        {
            var place = p + new ScreenVector(-sin * baseline, cos * baseline);
            base.DrawText(place, KeepEnds(line), c, fontFamily, fontSize, fontWeight, rotate, halign, VerticalAlignment.Bottom, maxSize);
            baseline += lineHeight;
        }
    }

    // A viewer drops spaces at the ends of a text, and an axis title that goes on after a subscript begins with one.
    private static string KeepEnds(string line)
    {
        var core = line.Trim(' ');
        var lead = line.Length - line.TrimStart(' ').Length;
        return new string('\u00a0', lead) + core + new string('\u00a0', line.Length - lead - core.Length);
    }

    /// <inheritdoc/>
    public override void DrawLine(
        IList<ScreenPoint> points,
        OxyColor stroke,
        double thickness,
        EdgeRenderingMode edgeRenderingMode,
        double[]? dashArray,
        LineJoin lineJoin)
    {
        var dashes = dashArray?.Select(dash => dash * thickness * DashScale).ToArray();
        base.DrawLine(points, stroke, thickness, edgeRenderingMode, dashes, lineJoin);
    }
}
