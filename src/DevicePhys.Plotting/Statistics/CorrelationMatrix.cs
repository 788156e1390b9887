using System.Globalization;
using OxyPlot;
using OxyPlot.Axes;

namespace DevicePhys.Plotting;

/// <summary>How the quantities of a population go together: a heat map of their correlation coefficients.</summary>
public static class CorrelationMatrix
{
    private const double Tolerance = 1e-9;
    private const int Cell = 62, Least = 420, Most = 900, LargestLabel = 15;

    /// <summary>Draws the picture.</summary>
    /// <param name="title">The title; it names the population.</param>
    /// <param name="names">The quantities, at least 2.</param>
    /// <param name="correlations">[Quantities × Quantities], row-major: coefficients from -1 to 1; NaN where there is none (a quantity that does not vary), drawn grey.</param>
    /// <returns>The picture.</returns>
    /// <exception cref="ArgumentException">The matrix does not fit the names, is not symmetric, or a coefficient lies outside [-1, 1].</exception>
    public static Picture Draw(string title, IReadOnlyList<string> names, IReadOnlyList<double> correlations)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(correlations);
        var n = names.Count;
        Check(n, correlations);
        var data = new double[n, n];
        for (var row = 0; row < n; row++)
        {
            for (var column = 0; column < n; column++)
                data[column, row] = correlations[(row * n) + column];
        }

        var side = Math.Clamp(n * Cell, Least, Most);
        var model = new PlotModel { Title = title };
        var horizontal = Names(AxisPosition.Bottom, names);
        horizontal.Angle = names.Max(name => name.Length) * 7.5 > side / n ? -45 : 0;
        var vertical = Names(AxisPosition.Left, names);
        (vertical.StartPosition, vertical.EndPosition) = (1, 0);
        model.Axes.Add(horizontal);
        model.Axes.Add(vertical);
        model.Axes.Add(new LinearColorAxis
        {
            Position = AxisPosition.Right,
            Palette = OxyPalette.Interpolate(201, Palette.First, OxyColors.White, Palette.Second),
            InvalidNumberColor = OxyColors.LightGray,
            Minimum = -1,
            Maximum = 1,
            MajorStep = 0.5,
            AxisDistance = 10,
            Title = "Correlation coefficient",
            LabelFormatter = NumberLabel.Plain,
        });
        model.Series.Add(new LabelledHeatMap(data, (column, row) => Coefficient(data[column, row]), Math.Min(0.3, (double)LargestLabel * n / side)));
        PlotStyle.Apply(model);
        return new Picture(model, side + 200, side + 130);
    }

    private static string Coefficient(double value) =>
        double.IsNaN(value) ? "" : value.ToString("0.00", CultureInfo.InvariantCulture).Replace('-', '\u2212');

    private static CategoryAxis Names(AxisPosition position, IReadOnlyList<string> names)
    {
        var axis = new CategoryAxis { Position = position, Minimum = -0.5, Maximum = names.Count - 0.5, GapWidth = 0 };
        axis.Labels.AddRange(names);
        return axis;
    }

    private static void Check(int n, IReadOnlyList<double> correlations)
    {
        if (n < 2 || correlations.Count != n * n)
            throw new ArgumentException($"There are {correlations.Count} coefficients of {n} quantities, expected {n * n} of at least 2.", nameof(correlations));
        if (correlations.Any(value => Math.Abs(value) > 1 + Tolerance))
            throw new ArgumentException("A correlation coefficient lies outside -1 to 1.", nameof(correlations));
        for (var row = 0; row < n; row++)
        {
            for (var column = 0; column < row; column++)
            {
                if (Math.Abs(correlations[(row * n) + column] - correlations[(column * n) + row]) > Tolerance)
                    throw new ArgumentException($"The coefficients of quantities {row} and {column} differ on the two sides of the diagonal.", nameof(correlations));
            }
        }
    }
}
