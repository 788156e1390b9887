namespace DevicePhys.Cli.Report.Sections;

/// <summary>Turns the record of a run into a section, by its schema.</summary>
internal static class RunSections
{
    /// <summary>The section of a record.</summary>
    /// <exception cref="Errors.DataFileException">A field is not as expected.</exception>
    public static ReportSection Of(RunNode record) => record.Text("schema") switch
    {
        "devicephys/mnist/1" or "devicephys/train/1" => TrainingSection.Of(record),
        "devicephys/ablate/1" => AblationSection.Of(record),
        "devicephys/fit/1" => FitSection.Of(record),
        "devicephys/validate/1" => ValidationSection.Of(record),
        "devicephys/array/1" => ArraySection.Of(record),
        _ => PlainSection.Of(record),
    };

    /// <summary>The verb that wrote a record: "mnist" of "devicephys/mnist/1".</summary>
    public static string Kind(RunNode record) => record.Text("schema").Split('/') is [_, { Length: > 0 } verb, ..] ? verb : "run";

    /// <summary>The card that a record names, with its hash.</summary>
    public static (string Id, string? Hash)[] Cards(RunNode record, string? name = null)
    {
        var holder = name is null ? record : record[name];
        return holder.Has("card") && holder["card"].Value.ValueKind == System.Text.Json.JsonValueKind.String
            ? [(holder.Text("card"), record.Has("cardHash") ? record.Text("cardHash") : null)] : [];
    }
}
