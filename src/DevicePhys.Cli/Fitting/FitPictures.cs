using DevicePhys.Plotting;
using DevicePhys.Studies.Fitting;

namespace DevicePhys.Cli.Fitting;

/// <summary>The pictures of a fit.</summary>
internal static class FitPictures
{
    /// <summary>Curves and residuals.</summary>
    public static IReadOnlyList<Picture> Of(DeviceFit fit)
    {
        var (x, y) = (fit.Model == SynapseFit.Model ? new AxisQuantity("Pulse number") : Axis(fit.Curves[0].Abscissa), Axis(fit.Curves[0].Quantity));
        var curves = Series(fit);
        return [FitPlot.Curves($"{fit.Model}: fit", x, y, curves), FitPlot.Residuals($"{fit.Model}: residuals", x, y, curves)];
    }

    // A depression is fitted from its low end; here it falls, as it was measured, after the potentiation.
    private static FitSeries[] Series(DeviceFit fit)
    {
        var pulses = fit.Curves.FirstOrDefault(c => c.Name == "LTP")?.X[^1] ?? 0;
        return [.. fit.Curves.Select(c => new FitSeries(
            c.Name, fit.Model == SynapseFit.Model && c.Name == "LTD" ? [.. c.X.Select(left => pulses + c.X[^1] - left)] : c.X, c.Measured, c.Model, c.HalfWidth))];
    }

    private static AxisQuantity Axis(string title) => title.IndexOf('[', StringComparison.Ordinal) is > 0 and var at
        ? new(title[..at].Trim(), "", title[(at + 1)..].TrimEnd(']')) : new(title);
}
