namespace DevicePhys.Cli.Report;

/// <summary>One run in a report.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Kind">What made it, such as "mnist".</param>
/// <param name="Source">The file or folder it was read from.</param>
/// <param name="Facts">Short values by name: settings, seeds, versions, hashes.</param>
/// <param name="Blocks">Tables, figures and remarks.</param>
/// <param name="Cards">The cards of the library it used, with the hash that the run recorded where it did.</param>
internal sealed record ReportSection(
    string Title,
    string Kind,
    string Source,
    IReadOnlyList<(string Name, string Value)> Facts,
    IReadOnlyList<ReportBlock> Blocks,
    IReadOnlyList<(string Id, string? Hash)> Cards);
