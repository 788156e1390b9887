using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace DevicePhys.Plotting;

/// <summary>What neurons have learnt: the weights of each one as the image it answers to, side by side.</summary>
public static class ReceptiveFields
{
    private const int Side = 560;

    /// <summary>Draws the picture.</summary>
    /// <param name="title">The title; it names the network.</param>
    /// <param name="fields">One for each neuron, [rows × columns], row-major: weights; the first one is top left.</param>
    /// <param name="rows">Rows of an image.</param>
    /// <param name="columns">Columns of an image.</param>
    /// <exception cref="ArgumentException">There are no fields, or one that is not rows × columns.</exception>
    public static Picture Draw(string title, IReadOnlyList<float[]> fields, int rows, int columns)
    {
        ArgumentNullException.ThrowIfNull(fields);
        if (fields.Count == 0)
            throw new ArgumentException("There is no receptive field to draw.", nameof(fields));
        if (fields.FirstOrDefault(field => field.Length != rows * columns) is { } wrong)
            throw new ArgumentException($"A receptive field has {wrong.Length} weights, expected {rows} × {columns}.", nameof(fields));
        var across = (int)Math.Ceiling(Math.Sqrt(fields.Count));
        var down = (fields.Count + across - 1) / across;

        // A line of nothing around every field keeps them apart. OxyPlot wants columns first.
        var data = new double[(across * (columns + 1)) + 1, (down * (rows + 1)) + 1];
        for (var x = 0; x < data.GetLength(0); x++)
        {
            for (var y = 0; y < data.GetLength(1); y++)
                data[x, y] = double.NaN;
        }

        for (var k = 0; k < fields.Count; k++)
        {
            var (left, top) = ((k % across * (columns + 1)) + 1, (k / across * (rows + 1)) + 1);
            for (var pixel = 0; pixel < fields[k].Length; pixel++)
                data[left + (pixel % columns), top + (pixel / columns)] = fields[k][pixel];
        }

        var model = new PlotModel { Title = title };
        model.Axes.Add(new LinearAxis { Position = AxisPosition.Bottom, Minimum = -0.5, Maximum = data.GetLength(0) - 0.5, IsAxisVisible = false });
        model.Axes.Add(new LinearAxis { Position = AxisPosition.Left, Minimum = -0.5, Maximum = data.GetLength(1) - 0.5, StartPosition = 1, EndPosition = 0, IsAxisVisible = false });
        model.Axes.Add(new LinearColorAxis
        {
            Position = AxisPosition.Right, Title = "Weight", Palette = OxyPalettes.Viridis(256), InvalidNumberColor = OxyColors.White, AxisDistance = 10,
            Minimum = 0, Maximum = Math.Max(fields.Max(field => field.Max()), float.Epsilon), LabelFormatter = NumberLabel.Plain,
        });
        model.Series.Add(new HeatMapSeries
        {
            Data = data, X0 = 0, X1 = data.GetLength(0) - 1, Y0 = 0, Y1 = data.GetLength(1) - 1, Interpolate = false, RenderMethod = HeatMapRenderMethod.Bitmap,
        });
        PlotStyle.Apply(model);
        return new Picture(model, Side + 120, (Side * data.GetLength(1) / data.GetLength(0)) + 60);
    }
}
