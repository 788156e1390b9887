using System.Globalization;
using OxyPlot;
using OxyPlot.Axes;

namespace DevicePhys.Plotting;

/// <summary>Accuracy over two swept quantities: a heat map with the mean and half the confidence interval in every cell.</summary>
public static class AccuracyMap
{
    private const int Cell = 104, Height = 62;

    /// <summary>Draws the picture.</summary>
    /// <param name="title">The title; it names the card and the data set.</param>
    /// <param name="across">The horizontal quantity.</param>
    /// <param name="acrossLabels">[Columns]: its values as words.</param>
    /// <param name="up">The vertical quantity, lowest first.</param>
    /// <param name="upLabels">[Rows]: its values as words.</param>
    /// <param name="accuracies">[Rows × Columns], row-major: mean and confidence interval [%]; X is not looked at.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="ArgumentException">The accuracies do not fit the labels.</exception>
    public static Picture Draw(string title, string across, IReadOnlyList<string> acrossLabels, string up, IReadOnlyList<string> upLabels, IReadOnlyList<BandPoint> accuracies)
    {
        ArgumentNullException.ThrowIfNull(acrossLabels);
        ArgumentNullException.ThrowIfNull(upLabels);
        ArgumentNullException.ThrowIfNull(accuracies);
        var (columns, rows) = (acrossLabels.Count, upLabels.Count);
        if (columns < 2 || rows < 2 || accuracies.Count != columns * rows)
        {
            throw new ArgumentException($"There are {accuracies.Count} accuracies, expected {rows} × {columns} of at least 2 × 2.", nameof(accuracies));
        }

        var data = new double[columns, rows];
        for (var i = 0; i < accuracies.Count; i++)
        {
            data[i % columns, i / columns] = accuracies[i].Mean;
        }

        var model = new PlotModel { Title = title };
        model.Axes.Add(Values(AxisPosition.Bottom, across, acrossLabels));
        model.Axes.Add(Values(AxisPosition.Left, up, upLabels));
        model.Axes.Add(new LinearColorAxis { Position = AxisPosition.Right, Palette = OxyPalettes.Viridis(256), AxisDistance = 10, Title = "Test accuracy (%)" });
        const double LabelSize = 0.24;
        model.Series.Add(new LabelledHeatMap(data, (column, row) => Text(accuracies[(row * columns) + column]), LabelSize));
        PlotStyle.Apply(model);
        return new Picture(model, Math.Max(560, (columns * Cell) + 200), Math.Max(380, (rows * Height) + 130));
    }

    private static string Text(BandPoint accuracy) => string.Create(CultureInfo.InvariantCulture, $"{accuracy.Mean:0.0} ± {(accuracy.Upper - accuracy.Lower) / 2:0.0}");

    private static CategoryAxis Values(AxisPosition position, string title, IReadOnlyList<string> labels)
    {
        var axis = new CategoryAxis { Position = position, Title = title, Minimum = -0.5, Maximum = labels.Count - 0.5, GapWidth = 0 };
        axis.Labels.AddRange(labels);
        return axis;
    }
}
