using System.Text.Json;
using DevicePhys.Cli.Mnist;
using DevicePhys.Plotting;
using DevicePhys.Statistics;

namespace DevicePhys.Cli.Report.Sections;

/// <summary>A training of mnist or train: both networks beside each other.</summary>
internal static class TrainingSection
{
    private const double Most = 1e12;

    /// <summary>The section.</summary>
    public static ReportSection Of(RunNode record)
    {
        var (ideal, device) = (record["ideal"], record["device"]);
        var card = device.Text("card");
        var data = record.Has("dataset") ? record.Text("dataset") : record.Text("dataSet");
        var measured = device.Has("result") ? device["result"] : device;
        var published = data == "mnist" ? string.Join("; ", MnistPictures.Published.Select(p => p.Label)) : "";
        var blocks = new List<ReportBlock>
        {
            new ReportTable("Test accuracy", ["network", "mean", "95 % interval", "seeds"], [Row("ideal software", ideal), Row(card, measured)]),
        };
        if (published.Length > 0)
            blocks.Add(new ReportNote($"Published (Song et al., Nature Electronics 3, 148, 2020): {published}."));
        if (record.Has("checkpoints") && record.Has("idealRuns") && record.Has("deviceRuns"))
            blocks.Add(Curves(record, card, data));
        if (record.Has("ablation"))
            blocks.AddRange(AblationSection.Tables(record["ablation"]));
        return new(
            $"{card} on {MnistPictures.Name(data)}", RunSections.Kind(record), record.File, PlainSection.Facts(record, "ideal", "device", "ablation", "checkpoints", "idealRuns", "deviceRuns"), blocks,
            [(card, record.Has("cardHash") ? record.Text("cardHash") : null)]);
    }

    private static string[] Row(string name, RunNode network) => [name, Intervals.Mean(network, "%"), Intervals.Of(network, "%"), Count(network["runs"])];

    // Accuracy while the networks learn: mean, 95 % band over the seeds, and the seeds.
    private static ReportFigure Curves(RunNode record, string card, string data)
    {
        var shown = record.Numbers("checkpoints");
        if (shown.Length == 0 || shown[0] < 0 || shown[^1] is not (> 0 and < Most) || shown.Zip(shown.Skip(1)).Any(pair => pair.First >= pair.Second))
            throw record["checkpoints"].Wrong("these are no numbers of images, expected them ascending");
        AccuracySeries Series(string name, string runs)
        {
            double[][] curves = [.. record.Items(runs).Select(run => run.Numbers("curve"))];
            if (curves.Length == 0 || curves.Any(curve => curve.Length != shown.Length || curve.Any(accuracy => accuracy is < 0 or > 100)))
                throw record[runs].Wrong($"there is no accuracy for each of {shown.Length} checkpoints, expected one of 0 to 100 % in every run");
            return new(name, [.. shown.Select((x, i) => BandPoint.Of(x, ConfidenceInterval.OfMean([.. curves.Select(curve => curve[i])])))], curves);
        }

        return ReportFigure.Of(AccuracyCurve.Draw(
            $"{MnistPictures.Name(data)}: accuracy while learning", [Series("ideal software", "idealRuns"), Series(card, "deviceRuns")], data == "mnist" ? MnistPictures.Published : [], "Song et al. 2020"));
    }

    private static string Count(RunNode runs) => runs.Value.ValueKind == JsonValueKind.Array
        ? SiText.Number(runs.Value.GetArrayLength()) : throw runs.Wrong("this is no list, expected one run for each seed");
}
