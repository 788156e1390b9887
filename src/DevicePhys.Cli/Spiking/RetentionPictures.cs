using System.Globalization;
using System.Text;
using DevicePhys.Cli.Mnist;
using DevicePhys.Plotting;
using DevicePhys.Statistics;
using DevicePhys.Studies.Spiking;

namespace DevicePhys.Cli.Spiking;

/// <summary>What a retention study found, as pictures and as a table.</summary>
internal static class RetentionPictures
{
    private static readonly SweepAxis Interval = new(new AxisQuantity("Refresh interval", "", "s"), SweepScale.Logarithmic);

    /// <summary>Accuracy against the refresh interval, a line for each temperature.</summary>
    public static Picture Accuracy(string dataSet, IReadOnlyList<RetentionPoint> points) => SweepPlot.Draw(
        $"{MnistPictures.Name(dataSet)}: spiking network in {Cell(points)}", Interval, Series(points, point => SpikingText.Interval(point.Runs, run => run.Proportion)));

    /// <summary>The energy of a test image against the refresh interval, a line for each temperature.</summary>
    public static Picture Energy(string dataSet, IReadOnlyList<RetentionPoint> points) => CurvePlot.Draw(
        $"Energy per {MnistPictures.Name(dataSet)} image: spiking network in {Cell(points)}",
        new AxisQuantity("Refresh interval", "", "s"),
        new AxisQuantity("Energy per image", "", "J"),
        [.. ByTemperature(points).Select(group => new CurveSeries(
            Name(group.Key), [.. group.Select(point => point.Memory.RefreshInterval)], [.. group.Select(point => point.Runs.Average(run => run.Price!.Total))]))],
        logarithmic: true);

    /// <summary>All points, a row each.</summary>
    public static string Csv(IReadOnlyList<RetentionPoint> points)
    {
        var text = new StringBuilder("temperature [K],refresh interval [s],loss of ones,loss of zeros,seed,label average [%],proportion [%],energy per image [J],refresh energy [J]\n");
        foreach (var point in points)
        {
            foreach (var run in point.Runs)
            {
                text.Append(CultureInfo.InvariantCulture, $"{point.Memory.Temperature},{point.Memory.RefreshInterval},{point.Memory.LossOfOne:G6},{point.Memory.LossOfZero:G6},{run.Seed},{run.LabelAverage:0.00},{run.Proportion:0.00},{run.Price!.Total:G6},{run.Price.Refresh:G6}\n");
            }
        }

        return text.ToString();
    }

    private static IReadOnlyList<SweepSeries> Series(IReadOnlyList<RetentionPoint> points, Func<RetentionPoint, ConfidenceInterval> figure) =>
        [.. ByTemperature(points).Select(group => new SweepSeries(Name(group.Key), [.. group.Select(point => BandPoint.Of(point.Memory.RefreshInterval, figure(point)))]))];

    private static IEnumerable<IGrouping<double, RetentionPoint>> ByTemperature(IReadOnlyList<RetentionPoint> points) => points.GroupBy(point => point.Memory.Temperature);

    private static string Name(double kelvin) => string.Create(CultureInfo.InvariantCulture, $"{kelvin - TemperatureOption.Zero:0} °C");

    private static string Cell(IReadOnlyList<RetentionPoint> points) =>
        $"{points[0].Memory.Bits}-bit {points[0].Memory.Cell.Cell}{(points[0].Memory.Inverted ? ", stored inverted" : "")}";
}
