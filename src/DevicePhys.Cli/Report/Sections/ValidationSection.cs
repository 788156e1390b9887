using System.Globalization;

namespace DevicePhys.Cli.Report.Sections;

/// <summary>Published numbers beside measured ones.</summary>
internal static class ValidationSection
{
    /// <summary>The section.</summary>
    public static ReportSection Of(RunNode record)
    {
        var rows = record.Items("rows");
        string[] verdicts = [.. rows.Select(row => row.Text("verdict"))];
        var counts = verdicts.GroupBy(verdict => verdict).Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {group.Key}"));
        return new(
            "Validation", RunSections.Kind(record), record.File, [.. PlainSection.Facts(record, "rows"), ("verdicts", string.Join(", ", counts))],
            [
                .. rows.Select((row, i) => (row, i)).GroupBy(pair => pair.row.Has("section") ? pair.row.Text("section") : "").Select(section => new ReportTable(
                    section.Key, ["id", "claim", "published", "measured", "tolerance", "verdict", "source"],
                    [.. section.Select(pair => Row(pair.row, verdicts[pair.i]))], Judgement: 5)),
            ],
            []);
    }

    private static string[] Row(RunNode row, string verdict)
    {
        var note = row.Has("note") && row.Text("note") is { Length: > 0 } text ? $" ({text})" : "";
        return [row.Text("id"), row.Text("claim") + note, row.Text("expectedText"), row.Text("measuredText"), row.Has("tolerance") ? row.Text("tolerance") : "", verdict, row.Text("source")];
    }
}
