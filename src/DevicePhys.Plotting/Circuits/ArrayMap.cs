using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace DevicePhys.Plotting;

/// <summary>A value of every cell of an array, such as what its wires cost it: a heat map with word line 0 at the top.</summary>
public static class ArrayMap
{
    private const int LongSide = 560, ShortestSide = 140;

    /// <summary>Draws the picture.</summary>
    /// <param name="title">The title; it names the array.</param>
    /// <param name="quantity">What the values are.</param>
    /// <param name="values">[rows × columns], row-major, in the SI unit of the quantity; NaN for a cell that has none, drawn grey.</param>
    /// <param name="rows">Word lines.</param>
    /// <param name="columns">Bit lines.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="ArgumentException">There are no values, or not one for each cell.</exception>
    public static Picture Draw(string title, AxisQuantity quantity, IReadOnlyList<double> values, int rows, int columns)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        ArgumentNullException.ThrowIfNull(values);
        if (rows < 1 || columns < 1 || values.Count != (long)rows * columns)
            throw new ArgumentException($"There are {values.Count} values, expected {rows} × {columns}, at least 1.", nameof(values));
        var finite = values.Where(double.IsFinite).DefaultIfEmpty(0).ToArray();
        var scale = UnitScale.For(quantity.Unit, finite);
        var data = new double[columns, rows];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
                data[column, row] = values[(row * columns) + column] * scale.Factor;
        }

        var model = new PlotModel { Title = title };
        model.Axes.Add(new LinearAxis { Position = AxisPosition.Bottom, Title = "Bit line", Minimum = -0.5, Maximum = columns - 0.5, MinimumMajorStep = 1, MinimumMinorStep = 1 });
        model.Axes.Add(new LinearAxis
        {
            Position = AxisPosition.Left, Title = "Word line", Minimum = -0.5, Maximum = rows - 0.5, StartPosition = 1, EndPosition = 0, MinimumMajorStep = 1, MinimumMinorStep = 1,
        });
        var (least, most) = (finite.Min() * scale.Factor, finite.Max() * scale.Factor);
        model.Axes.Add(new LinearColorAxis
        {
            Position = AxisPosition.Right, Title = quantity.Title(scale), Palette = OxyPalettes.Viridis(256), InvalidNumberColor = OxyColors.LightGray, AxisDistance = 10,
            Minimum = least, Maximum = most > least ? most : least + 1, LabelFormatter = NumberLabel.Plain,
        });
        model.Series.Add(new HeatMapSeries
        {
            Data = data, X0 = 0, X1 = columns - 1, Y0 = 0, Y1 = rows - 1, Interpolate = false, RenderMethod = HeatMapRenderMethod.Bitmap,
        });
        PlotStyle.Apply(model);

        // Ticks and grid lines would lie over the cells.
        foreach (var axis in model.Axes.OfType<LinearAxis>().Where(axis => axis is not LinearColorAxis))
            (axis.MajorGridlineStyle, axis.TickStyle) = (LineStyle.None, TickStyle.Outside);
        var cell = (double)LongSide / Math.Max(rows, columns);
        return new Picture(model, (int)Math.Max(ShortestSide, cell * columns) + 190, (int)Math.Max(ShortestSide, cell * rows) + 110);
    }
}
