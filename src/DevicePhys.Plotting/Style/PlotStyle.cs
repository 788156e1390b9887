using System.Globalization;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;

namespace DevicePhys.Plotting;

/// <summary>The look that every picture shares.</summary>
public static class PlotStyle
{
    /// <summary>The font list written into SVG files; text is measured for the widest of them.</summary>
    public const string SvgFont = "Arial, Helvetica, Liberation Sans, DejaVu Sans, sans-serif";

    /// <summary>Size of axis labels [px].</summary>
    public const double FontSize = 13;

    internal static readonly OxyColor Ink = OxyColor.FromRgb(0x22, 0x22, 0x22);

    private static readonly OxyColor GridColor = OxyColor.FromAColor(30, OxyColors.Black);

    /// <summary>Sets fonts, frame, grid, ticks, number labels and legend of a model whose axes are complete.</summary>
    /// <param name="model">The model, changed in place.</param>
    public static void Apply(PlotModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Culture = CultureInfo.InvariantCulture;
        model.Background = OxyColors.White;
        model.TextColor = Ink;
        model.DefaultFont = SvgFont;
        model.DefaultFontSize = FontSize;
        model.TitleFontWeight = FontWeights.Normal;
        model.SubtitleFontSize = 12;
        model.TitlePadding = 8;
        model.Padding = new OxyThickness(10, 10, Math.Max(16, model.Padding.Right), 10);
        model.PlotAreaBorderColor = Ink;
        model.PlotAreaBorderThickness = new OxyThickness(1.2);
        foreach (var axis in model.Axes)
        {
            Apply(axis);
        }

        foreach (var legend in model.Legends.OfType<Legend>())
        {
            legend.LegendFontSize = 12;
            legend.LegendBackground = OxyColor.FromAColor(220, OxyColors.White);
            legend.LegendBorder = GridColor;
            legend.LegendPadding = 6;
            legend.LegendMargin = 10;
            legend.LegendSymbolLength = 22;
        }
    }

    private static void Apply(Axis axis)
    {
        axis.TicklineColor = Ink;
        axis.MajorTickSize = 6;
        axis.MinorTickSize = 3;
        axis.TickStyle = TickStyle.Inside;
        axis.AxisTitleDistance = 8;
        axis.TitleFontSize = FontSize + 1;
        if (axis is LinearColorAxis or CategoryAxis)
        {
            axis.TickStyle = axis is CategoryAxis ? TickStyle.None : TickStyle.Outside;
            return;
        }

        axis.MajorGridlineStyle = LineStyle.Solid;
        axis.MajorGridlineThickness = 1;
        axis.MajorGridlineColor = GridColor;
        axis.MinorGridlineStyle = LineStyle.None;
        axis.IntervalLength = axis.IsHorizontal() ? 70 : 50;
        axis.LabelFormatter ??= axis switch
        {
            LogarithmicAxis log => value => NumberLabel.Logarithmic(value, log.ActualMinimum, log.ActualMaximum),
            _ => NumberLabel.Plain,
        };
    }
}
