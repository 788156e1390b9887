using System.Text.Json;
using DevicePhys.Cli.Mnist;

namespace DevicePhys.Cli.Report.Sections;

/// <summary>A training of mnist or train: both networks beside each other.</summary>
internal static class TrainingSection
{
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
        if (record.Has("ablation"))
            blocks.AddRange(AblationSection.Tables(record["ablation"]));
        return new(
            $"{card} on {MnistPictures.Name(data)}", RunSections.Kind(record), record.File, PlainSection.Facts(record, "ideal", "device", "ablation"), blocks,
            [(card, record.Has("cardHash") ? record.Text("cardHash") : null)]);
    }

    private static string[] Row(string name, RunNode network) => [name, Intervals.Mean(network, "%"), Intervals.Of(network, "%"), Count(network["runs"])];

    private static string Count(RunNode runs) => runs.Value.ValueKind == JsonValueKind.Array
        ? SiText.Number(runs.Value.GetArrayLength()) : throw runs.Wrong("this is no list, expected one run for each seed");
}
