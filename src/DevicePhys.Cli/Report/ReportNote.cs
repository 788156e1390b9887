namespace DevicePhys.Cli.Report;

/// <summary>A sentence that a reader should not miss.</summary>
/// <param name="Text">The sentence.</param>
internal sealed record ReportNote(string Text) : ReportBlock;
