using System.Globalization;
using DevicePhys.Statistics;
using DevicePhys.Studies.Mnist;
using Spectre.Console;

namespace DevicePhys.Cli.Mnist;

/// <summary>The results of an MNIST study as text.</summary>
internal static class MnistText
{
    /// <summary>Both networks beside the published figures.</summary>
    public static Table Results(MnistReport report)
    {
        var mnist = report.DataSet == "mnist";
        var table = new Table { Title = new TableTitle($"{MnistPictures.Name(report)}, {report.Settings.Network}, {report.Settings.Presentations} presentations"), Border = TableBorder.Rounded };
        table.AddColumn("network");
        table.AddColumn(new TableColumn("accuracy").RightAligned());
        table.AddColumn(new TableColumn("95 % interval").RightAligned());
        table.AddColumn(new TableColumn("seeds").RightAligned());
        table.AddColumn(mnist ? "published (Song et al., Nature Electronics 3, 148, 2020)" : "published");
        table.AddRow([.. Row("ideal software", report.Ideal, mnist ? "≈93 %" : "nothing: these digits are generated")]);
        table.AddRow([.. Row(Markup.Escape(report.Card.Id), report.Device, mnist ? "≈89 % (abstract), 90 % (press)" : "nothing: these digits are generated")]);
        return table;
    }

    /// <summary>What the study cost the devices.</summary>
    public static string Cost(MnistReport report)
    {
        var runs = report.Device.Runs;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{runs.Average(run => run.PulsesPerImage):0.0} write pulses and {runs.Average(run => run.WriteEnergyPerImage) * 1e9:0.00} nJ from the pulse sources per presentation; {report.WallSeconds:0.0} s");
    }

    /// <summary>Every setting that was tried, the best of each network marked.</summary>
    public static Table Tuning(IReadOnlyList<TuningPoint> points)
    {
        var best = new[] { MnistTuning.Best(points, "ideal"), MnistTuning.Best(points, "device") };
        var table = new Table { Border = TableBorder.Rounded };
        foreach (var column in new[] { "network", "learning rate", "weight scale", "validation accuracy", "95 % interval", "" })
        {
            table.AddColumn(column);
        }

        foreach (var point in points)
        {
            table.AddRow(
                point.Network, Plain(point.Rate), point.WeightScale is { } scale ? Plain(scale) : "", Percent(point.Accuracy.Mean), Interval(point.Accuracy), best.Contains(point) ? "best" : "");
        }

        return table;
    }

    /// <summary>The points of a sweep.</summary>
    public static Table Sweep(string quantity, IReadOnlyList<SweepPoint> points)
    {
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumn(new TableColumn(quantity).RightAligned());
        table.AddColumn(new TableColumn("accuracy").RightAligned());
        table.AddColumn(new TableColumn("95 % interval").RightAligned());
        table.AddColumn("");
        table.AddColumn(points.Any(point => point.LineShare is not null) ? "of its cells' current a bit line passes on" : "");
        foreach (var point in points)
        {
            table.AddRow(Plain(point.Value), Percent(point.Accuracy.Mean), Interval(point.Accuracy), point.IsDefault ? "default" : "", point.LineShare is { } share ? Percent(100 * share) : "");
        }

        return table;
    }

    private static IEnumerable<string> Row(string name, MnistResult result, string published) =>
    [
        name, Percent(result.Accuracy.Mean), Interval(result.Accuracy), result.Runs.Count.ToString(CultureInfo.InvariantCulture), published,
    ];

    private static string Percent(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.00} %");

    private static string Plain(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Interval(ConfidenceInterval accuracy) =>
        accuracy.HalfWidth is { } half
            ? string.Create(CultureInfo.InvariantCulture, $"{accuracy.Mean - half:0.00} – {accuracy.Mean + half:0.00} %")
            : "one seed: none";
}
