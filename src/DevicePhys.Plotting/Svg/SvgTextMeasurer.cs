using OxyPlot;

namespace DevicePhys.Plotting;

/// <summary>Text sizes for SVG files, from built-in font metrics, so that a picture is laid out alike on every machine.</summary>
/// <remarks>
/// OxyPlot's metrics of Arial, converted from points to pixels (without that, superscripts overlap and legends are cut), and widened
/// because a viewer without Arial takes a wider font.
/// </remarks>
internal sealed class SvgTextMeasurer() : PdfRenderContext(1, 1, OxyColors.Undefined)
{
    /// <summary>Height of letters above the baseline, for a font size of 1.</summary>
    public const double Ascent = 0.93;

    /// <summary>Depth of letters below the baseline, for a font size of 1.</summary>
    public const double Descent = 0.24;

    /// <summary>Distance from one line of text to the next, for a font size of 1.</summary>
    public const double LineHeight = Ascent + Descent;

    private const double PixelsPerPoint = 96.0 / 72.0;
    private const double WidestFont = 1.17;

    /// <inheritdoc/>
    public override OxySize MeasureText(string? text, string fontFamily, double fontSize, double fontWeight)
    {
        if (string.IsNullOrEmpty(text))
        {
            return OxySize.Empty;
        }

        var lines = text.Split('\n');
        var points = lines.Max(line => base.MeasureText(Measurable(line), "Arial", fontSize, fontWeight).Width);
        return new OxySize(points * PixelsPerPoint * WidestFont, fontSize * LineHeight * lines.Length);
    }

    // The metrics end at Latin-1: a minus is as wide as a plus, and any other sign is taken for a wide letter.
    private static string Measurable(string line) =>
        string.Create(line.Length, line, (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = from[i] switch { '\u2212' => '+', > '\u00ff' => 'O', _ => from[i] };
            }
        });
}
