using OxyPlot;
using OxyPlot.Series;

namespace DevicePhys.Plotting;

/// <summary>A heat map of crisp cells, each with a label of its own.</summary>
internal sealed class LabelledHeatMap : HeatMapSeries
{
    private readonly Func<int, int, string> label;

    /// <summary>Creates the series.</summary>
    /// <param name="data">[Columns × Rows].</param>
    /// <param name="label">The label of a column and a row.</param>
    /// <param name="size">The size of the labels, as a share of the height of a cell.</param>
    public LabelledHeatMap(double[,] data, Func<int, int, string> label, double size = 0.3)
    {
        this.label = label;
        Data = data;
        (X0, X1, Y0, Y1) = (0, data.GetLength(0) - 1, 0, data.GetLength(1) - 1);
        Interpolate = false;

        // A bitmap of ten by ten pixels is blurred by every viewer that enlarges it.
        RenderMethod = HeatMapRenderMethod.Rectangles;
        EdgeRenderingMode = EdgeRenderingMode.PreferSharpness;
        LabelFontSize = size;
    }

    /// <inheritdoc/>
    protected override string GetLabel(double v, int i, int j) => label(i, j);
}
