using DevicePhys.Plotting;
using DevicePhys.Studies.Fitting;

namespace DevicePhys.Cli.Fitting;

/// <summary>The pictures of a fit.</summary>
internal static class FitPictures
{
    /// <summary>Curves and residuals.</summary>
    public static IReadOnlyList<Picture> Of(DeviceFit fit)
    {
        var (x, y) = (Axis(fit.Curves[0].Abscissa), Axis(fit.Curves[0].Quantity));
        (string, double[], double[], double[])[] curves = [.. fit.Curves.Select(c => (c.Name, c.X, c.Measured, c.Model))];
        return [FitPlot.Curves($"{fit.Model}: fit", x, y, curves), FitPlot.Residuals($"{fit.Model}: residuals", x, y, curves)];
    }

    private static AxisQuantity Axis(string title) => title.IndexOf('[', StringComparison.Ordinal) is > 0 and var at
        ? new(title[..at].Trim(), "", title[(at + 1)..].TrimEnd(']')) : new(title);
}
