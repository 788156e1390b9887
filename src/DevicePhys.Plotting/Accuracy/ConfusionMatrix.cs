using System.Globalization;
using OxyPlot;
using OxyPlot.Axes;

namespace DevicePhys.Plotting;

/// <summary>Which class was taken for which: a heat map in percent of each true class.</summary>
public static class ConfusionMatrix
{
    /// <summary>Draws the picture.</summary>
    /// <param name="title">The title; it names the network and the data set.</param>
    /// <param name="counts">[Classes × Classes], row-major: row is the true class, column the predicted one; runs may be added up.</param>
    /// <param name="labels">The names of the classes; null for 0, 1, 2, ...</param>
    /// <returns>The picture.</returns>
    /// <exception cref="ArgumentException">The matrix is not square, a count is negative, or the labels do not fit it.</exception>
    public static Picture Draw(string title, IReadOnlyList<int> counts, IReadOnlyList<string>? labels = null)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var classes = (int)Math.Round(Math.Sqrt(counts.Count));
        Check(counts, classes, labels);
        labels ??= [.. Enumerable.Range(0, classes).Select(c => c.ToString(CultureInfo.InvariantCulture))];
        var percent = Percent(counts, classes);
        var model = new PlotModel { Title = title };
        model.Axes.Add(Classes(AxisPosition.Bottom, "Predicted class", labels));
        var trueClasses = Classes(AxisPosition.Left, "True class", labels);
        (trueClasses.StartPosition, trueClasses.EndPosition) = (1, 0);
        model.Axes.Add(trueClasses);
        model.Axes.Add(new LinearColorAxis
        {
            Position = AxisPosition.Right,
            Palette = OxyPalettes.Viridis(256),
            Minimum = 0,
            Maximum = 100,
            MajorStep = 20,
            AxisDistance = 10,
            Title = "Share of the true class (%)",
        });
        model.Series.Add(new LabelledHeatMap(percent, (column, row) => Cell(counts[(row * classes) + column], percent[column, row])));
        PlotStyle.Apply(model);
        return new Picture(model, 680, 600);
    }

    private static CategoryAxis Classes(AxisPosition position, string title, IReadOnlyList<string> labels)
    {
        // Without explicit ends OxyPlot cuts the first and the last category in half.
        var axis = new CategoryAxis { Position = position, Title = title, Minimum = -0.5, Maximum = labels.Count - 0.5, GapWidth = 0 };
        axis.Labels.AddRange(labels);
        return axis;
    }

    // OxyPlot wants columns first.
    private static double[,] Percent(IReadOnlyList<int> counts, int classes)
    {
        var percent = new double[classes, classes];
        for (var row = 0; row < classes; row++)
        {
            var cells = counts.Skip(row * classes).Take(classes).ToArray();
            var total = cells.Sum(count => (double)count);
            for (var column = 0; column < classes && total > 0; column++)
            {
                percent[column, row] = 100 * cells[column] / total;
            }
        }

        return percent;
    }

    private static string Cell(int count, double percent) =>
        count == 0 ? "" : percent.ToString(percent < 9.95 ? "0.0" : "0", CultureInfo.InvariantCulture);

    private static void Check(IReadOnlyList<int> counts, int classes, IReadOnlyList<string>? labels)
    {
        if (classes < 2 || classes * classes != counts.Count)
        {
            throw new ArgumentException($"There are {counts.Count} counts, expected a square of at least 2 by 2.", nameof(counts));
        }

        if (counts.Any(count => count < 0))
        {
            throw new ArgumentException("A count is negative.", nameof(counts));
        }

        if (labels is not null && labels.Count != classes)
        {
            throw new ArgumentException($"There are {labels.Count} labels, expected {classes}.", nameof(labels));
        }
    }
}
