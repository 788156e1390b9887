using DevicePhys.Plotting;
using DevicePhys.Statistics;
using DevicePhys.Studies.Mnist;

namespace DevicePhys.Cli.Mnist;

/// <summary>The pictures of an MNIST study.</summary>
internal static class MnistPictures
{
    /// <summary>The published figures the study is set beside.</summary>
    public static IReadOnlyList<ReferenceValue> Published { get; } =
    [
        new("software ≈93 %", 93),
        new("device 90 % (press)", 90),
        new("device ≈89 %", 89),
    ];

    /// <summary>Accuracy against presentations, both networks.</summary>
    public static Picture Accuracy(MnistReport report) =>
        AccuracyCurve.Draw(
            $"{Name(report)}, {report.Settings.Network}, {report.Settings.Seeds.Count} seeds",
            [Series("ideal software", report.Ideal), Series(report.Card.Id, report.Device)],
            report.DataSet == "mnist" ? Published : [],
            "Song et al. 2020");

    /// <summary>The device network's answers against the truth, all runs together.</summary>
    public static Picture Confusion(MnistReport report) =>
        ConfusionMatrix.Draw($"{Name(report)}: {report.Card.Id}", report.Device.Confusion);

    /// <summary>Accuracy against a swept quantity.</summary>
    public static Picture Sweep(string title, SweepAxis axis, IReadOnlyList<SweepPoint> points, bool published) =>
        SweepPlot.Draw(
            title,
            axis,
            [new SweepSeries("device network", [.. points.Select(point => BandPoint.Of(point.Value, point.Accuracy))])],
            published ? new PublishedBand("published 89–90 %", 89, 90) : null);

    /// <summary>The data set as a title says it.</summary>
    public static string Name(MnistReport report) => Name(report.DataSet);

    /// <summary>The data set as a title says it.</summary>
    public static string Name(string dataSet) => dataSet == "mnist" ? "MNIST" : $"{dataSet} digits (not MNIST)";

    private static AccuracySeries Series(string name, MnistResult result) =>
        new(
            name,
            [.. result.Presentations.Select((shown, i) => BandPoint.Of(shown, ConfidenceInterval.OfMean([.. result.Runs.Select(run => run.Curve[i])])))],
            [.. result.Runs.Select(run => run.Curve)]);
}
