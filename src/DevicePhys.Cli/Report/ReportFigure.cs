using DevicePhys.Plotting;

namespace DevicePhys.Cli.Report;

/// <summary>A picture, with its numbers where the page can zoom into them.</summary>
/// <param name="Title">What it shows, for readers who do not see it.</param>
/// <param name="Svg">The picture.</param>
/// <param name="Data">The numbers; null for a picture that is only looked at.</param>
internal sealed record ReportFigure(string Title, string Svg, PlotData? Data) : ReportBlock
{
    /// <summary>A figure from a picture.</summary>
    public static ReportFigure Of(Picture picture) => new(picture.Model.Title ?? "", picture.ToSvg(), picture.Data());
}
