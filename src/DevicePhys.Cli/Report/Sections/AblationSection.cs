namespace DevicePhys.Cli.Report.Sections;

/// <summary>An ablation: what each property of a device costs.</summary>
internal static class AblationSection
{
    /// <summary>The section.</summary>
    public static ReportSection Of(RunNode record) => new(
        $"What costs {record.Text("card")} its accuracy", RunSections.Kind(record), record.File, PlainSection.Facts(record, "ablation"), [.. Tables(record["ablation"])], RunSections.Cards(record));

    /// <summary>The table of effects.</summary>
    public static IEnumerable<ReportBlock> Tables(RunNode ablation)
    {
        yield return new ReportTable(
            "Accuracy with all effects and with none", ["device", "mean", "95 % interval"], [Row("with all its effects", ablation["full"]), Row("without any", ablation["none"])]);
        yield return new ReportTable(
            "Points gained when one effect is taken out of the device, and lost when it stands alone in an ideal one",
            ["effect", "gained without it", "95 % interval", "lost to it alone", "95 % interval"],
            [
                .. ablation.Items("effects").Select(effect => (string[])
                [
                    effect.Text("effect"), Intervals.Mean(effect["gained"], "points"), Intervals.Of(effect["gained"], "points"), Intervals.Mean(effect["lost"], "points"), Intervals.Of(effect["lost"], "points"),
                ]),
            ]);

        static string[] Row(string name, RunNode node) => [name, Intervals.Mean(node, "%"), Intervals.Of(node, "%")];
    }
}
