using System.Xml;
using System.Xml.Linq;

namespace DevicePhys.Plotting;

/// <summary>The numbers of a picture inside its SVG file, where viewers do not see them and a report finds them.</summary>
public static class SvgData
{
    private const string Name = "devicephys-plot";
    private const long LargestFile = 64L << 20;

    /// <summary>Puts data into an SVG document, before its end.</summary>
    internal static string Add(string svg, PlotData data)
    {
        var json = data.ToJson().Replace("&", "&amp;", StringComparison.Ordinal);
        return svg.Insert(svg.LastIndexOf("</svg>", StringComparison.Ordinal), $"<metadata id=\"{Name}\">{json}</metadata>\n");
    }

    /// <summary>Reads the data of an SVG document.</summary>
    /// <param name="svg">The document.</param>
    /// <returns>The data; null for a picture that has none.</returns>
    /// <exception cref="FormatException">The document or its data are damaged; one sentence.</exception>
    public static PlotData? Read(string svg)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(svg), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = LargestFile });
            var root = XDocument.Load(reader).Root!;
            if (root.Name.LocalName != "svg")
                throw new FormatException($"it is a '{root.Name.LocalName}' document, expected SVG");
            return root.Descendants().FirstOrDefault(e => e.Name.LocalName == "metadata" && (string?)e.Attribute("id") == Name) is { } found ? PlotData.Parse(found.Value) : null;
        }
        catch (XmlException exception)
        {
            throw new FormatException($"line {exception.LineNumber} is no XML", exception);
        }
    }
}
